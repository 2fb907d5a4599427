package com.newgroktimes.digest.subscribers;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.subscribers.admission.DisposableDomains;

/**
 * What anyone may ask in the name of an address. The same statements run whatever the address is, so that neither the answer nor
 * its time tells; what is mailed is decided later, by {@link Etiquette}.
 */
@Component
class SignUps {

    private final Register register;
    private final InboxBudget budget;
    private final LetterQueue letters;
    private final EvidenceLog evidence;
    private final DisposableDomains disposable;
    private final SubscriberSettings settings;
    private final Words words;

    SignUps(
            Register register,
            InboxBudget budget,
            LetterQueue letters,
            EvidenceLog evidence,
            DisposableDomains disposable,
            SubscriberSettings settings,
            Words words) {
        this.words = words;
        this.register = register;
        this.evidence = evidence;
        this.disposable = disposable;
        this.budget = budget;
        this.letters = letters;
        this.settings = settings;
    }

    void signUp(EmailAddress address, String source, String locale, String from) {
        long id = register.enter(
                address,
                settings.source(source),
                LanguageTag.parse(locale).orElse(words.usual().toLanguageTag()));
        if (request(id, Request.SIGN_UP, from) && disposable.mark(address.domain())) {
            evidence.note(id, Act.DISPOSABLE, from);
        }
    }

    void again(long subscriber, String from) {
        register.hold(subscriber)
                .map(reader -> register.enter(reader.address(), reader.source(), reader.locale()))
                .ifPresent(id -> request(id, Request.SIGN_UP, from));
    }

    void askToLeave(EmailAddress address, String from) {
        long id = register.hold(address).map(Subscriber::id).orElse(Letter.NOBODY);
        register.lockInbox(id);
        request(id, Request.LEAVE, from);
    }

    private boolean request(long id, Request request, String from) {
        boolean granted = budget.grants(id, request, from);
        if (granted) {
            letters.add(id, request.occasion());
        }
        return granted;
    }
}
