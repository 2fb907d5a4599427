package com.newgroktimes.digest.stories.pages;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;

/** Recognises pages that stand in the place of an article, by what the makers of such pages write into them. */
final class Obstacles {

    /** An article that is shorter is hardly one. */
    private static final int LITTLE_TEXT = 1_500;

    private static final Pattern CHALLENGE_TITLE = Pattern.compile(
            "(?i)^(?:just a moment.*|attention required!.*|access denied|pardon our interruption.*|are you (?:a robot|human)\\??|robot check|"
                    + "(?:please )?verify (?:that )?you are (?:a )?human.*|security check(?:point)?.*|ddos-guard|one more step|bot verification|checking your browser.*|client challenge|"
                    + "human verification)$");
    private static final String CHALLENGE_PARTS =
            "#challenge-form, #challenge-running, #cf-challenge-running, #px-captcha, .cf-turnstile, .g-recaptcha-challenge,"
                    + " script[src*=challenge-platform], script[src*=captcha-delivery.com], iframe[src*=captcha-delivery.com], iframe[src*=_Incapsula_Resource],"
                    + " script[src*=_Incapsula_Resource], script[src*=awswaf.com]";
    private static final String SENT_ON = "meta[http-equiv~=(?i)^refresh$][content~=(?i)url\\s*=]";
    private static final Pattern CHALLENGE_TEXT = Pattern.compile(
            "(?i)enable javascript and cookies to continue|verify(?:ing)? (?:that )?you are (?:a )?human|press (?:&|and) hold|errors\\.edgesuite\\.net|"
                    + "checking (?:if the site connection is secure|your browser before accessing)|unusual (?:traffic|activity) from your|"
                    + "complete the security check|you have been blocked");
    private static final Pattern CONSENT = Pattern.compile(
            "(?i)before you continue|we value your privacy|we and our (?:\\d+ )?partners|accept all cookies|your privacy choices|manage your cookies|"
                    + "wir brauchen ihre zustimmung|ihre privatsphäre|nous respectons votre vie privée");
    private static final Pattern PAYWALL = Pattern.compile(
            "(?i)(?:subscribe|sign up|register|log ?in|sign in) (?:now )?(?:to|for) (?:continue|keep|read|unlock|get full|full access)|"
                    + "this (?:article|story|post|content) is (?:for|only for|reserved for|available to|exclusive to) (?:paid |our )?(?:subscribers|members)|"
                    + "already a subscriber\\?|to continue reading|jetzt weiterlesen mit|réservé aux abonnés|il vous reste .{1,12}% de cet article|contenido exclusivo para suscriptores");
    private static final Pattern MISSING = Pattern.compile(
            "(?i)^(?:error )?404\\b.*|.*\\b(?:page|article|story) not found\\b.*|.*seite nicht gefunden.*");

    private Obstacles() {}

    private static boolean isMissing(String title, Document page) {
        return MISSING.matcher(title).matches()
                || page.select("h1").stream()
                        .anyMatch(heading -> MISSING.matcher(heading.text()).matches());
    }

    /** @param body how much text of an article was found */
    static Optional<Obstacle> of(Document page, int body) {
        String title = page.title().strip();
        String text = page.text();
        boolean little = text.length() < LITTLE_TEXT;
        if (little
                && (CHALLENGE_TITLE.matcher(title).matches()
                        || page.selectFirst(CHALLENGE_PARTS) != null
                        || CHALLENGE_TEXT.matcher(text).find())) {
            return Optional.of(Obstacle.CHALLENGE);
        }
        if (little && body < LITTLE_TEXT / 5 && isMissing(title, page)) {
            return Optional.of(Obstacle.NOT_FOUND);
        }
        if (little && body < LITTLE_TEXT / 5 && CONSENT.matcher(text).find()) {
            return Optional.of(Obstacle.CONSENT);
        }
        if (little && body < LITTLE_TEXT / 5 && page.selectFirst("input[type=password]") != null) {
            return Optional.of(Obstacle.SIGN_IN);
        }
        if (body < LITTLE_TEXT / 5 && page.selectFirst("frameset frame, frameset[cols], frameset[rows]") != null) {
            return Optional.of(Obstacle.FRAMES);
        }
        if (little && body < LITTLE_TEXT / 5 && page.head().selectFirst(SENT_ON) != null) {
            return Optional.of(Obstacle.MOVED);
        }
        if (body < LITTLE_TEXT && PAYWALL.matcher(text).find()) {
            return Optional.of(Obstacle.PAYWALL);
        }
        return body == 0 ? Optional.of(Obstacle.NO_TEXT) : Optional.empty();
    }
}
