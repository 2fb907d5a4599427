package com.newgroktimes.digest.subscribers;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Letter.Occasion;

/**
 * What anyone may ask in the name of an address. The same statements run whatever the address is, so that neither the answer nor
 * its time tells; what is mailed is decided later, by {@link Etiquette}.
 */
@Component
class SignUps {

    private final Register register;
    private final EvidenceLog evidence;
    private final Etiquette etiquette;
    private final LetterQueue letters;
    private final SubscriberSettings settings;

    SignUps(
            Register register,
            EvidenceLog evidence,
            Etiquette etiquette,
            LetterQueue letters,
            SubscriberSettings settings) {
        this.register = register;
        this.evidence = evidence;
        this.etiquette = etiquette;
        this.letters = letters;
        this.settings = settings;
    }

    void signUp(EmailAddress address, String source, String locale, String from) {
        ask(register.enter(address, settings.source(source), languageTag(locale)), from);
    }

    void again(long subscriber, String from) {
        register.hold(subscriber)
                .map(reader -> register.enter(reader.address(), reader.source(), reader.locale()))
                .ifPresent(id -> ask(id, from));
    }

    private void ask(long id, String from) {
        register.lockInbox(id);
        boolean may = etiquette.mayAsk(id, Act.SIGNED_UP, Act.ASKED_TO_CONFIRM);
        request(id, may, may ? Act.SIGNED_UP : Act.SIGNED_UP_TOO_OFTEN, Occasion.SIGN_UP, from);
    }

    void askToLeave(EmailAddress address, String from) {
        Optional<Subscriber> reader = register.hold(address);
        if (reader.isPresent()) {
            long id = reader.get().id();
            register.lockInbox(id);
            boolean may = etiquette.mayAsk(id, Act.ASKED_TO_LEAVE);
            request(id, may, may ? Act.ASKED_TO_LEAVE : Act.ASKED_TO_LEAVE_TOO_OFTEN, Occasion.LEAVE, from);
        } else {
            letters.addForNobody(Occasion.LEAVE);
        }
    }

    private void request(long id, boolean may, Act act, Occasion occasion, String from) {
        evidence.note(id, act, from);
        if (may) {
            letters.add(id, occasion);
        }
    }

    /** In one spelling; English where it is no language tag (BCP 47). */
    private static String languageTag(String given) {
        try {
            String tag = new Locale.Builder().setLanguageTag(given).build().toLanguageTag();
            return tag.equals("und") ? "en" : tag;
        } catch (IllformedLocaleException e) {
            return "en";
        }
    }
}
