package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.GroupCommit;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.subscribers.admission.DisposableDomains;

/**
 * What anyone may ask in the name of an address. The same statements run whatever the address is, so that neither the answer nor
 * its time tells; what is mailed is decided later, by {@link Etiquette}.
 */
@Component
class SignUps {

    /** While the database writes one, the other is put together. */
    private static final int GROUPS = 2;

    private static final int MOST_IN_A_GROUP = 100;

    private static final Duration PATIENCE_OF_MANY = Duration.ofMillis(200);

    private final Register register;
    private final Inboxes inboxes;
    private final InboxBudget budget;
    private final LetterQueue letters;
    private final EvidenceLog evidence;
    private final DisposableDomains disposable;
    private final SubscriberSettings settings;
    private final Words words;
    private final RightOfWay rightOfWay;
    private final BriefTransactions transactions;
    private final WaitingLines lines;
    private final GroupCommit<SignUp> together = new GroupCommit<>(
            GROUPS, MOST_IN_A_GROUP, signUp -> signUp.inboxRoughly().name(), this::writeTogether, this::writeAlone);

    SignUps(
            Register register,
            Inboxes inboxes,
            InboxBudget budget,
            LetterQueue letters,
            EvidenceLog evidence,
            DisposableDomains disposable,
            SubscriberSettings settings,
            Words words,
            RightOfWay rightOfWay,
            BriefTransactions transactions,
            WaitingLines lines) {
        this.register = register;
        this.inboxes = inboxes;
        this.budget = budget;
        this.letters = letters;
        this.evidence = evidence;
        this.disposable = disposable;
        this.settings = settings;
        this.words = words;
        this.rightOfWay = rightOfWay;
        this.transactions = transactions;
        this.lines = lines;
    }

    /** Belongs in no transaction: it is committed with those that came at the same time. */
    void signUp(EmailAddress address, String source, String locale, String from) {
        String language = LanguageTag.parse(locale).orElse(words.usual().toLanguageTag());
        SignUp signUp = new SignUp(new Entrant(address, settings.source(source), language), from);
        rightOfWay.signUp(() -> together.take(signUp));
    }

    /**
     * It has the rows of many, and others wait for it: where somebody else keeps one of them, it falls apart. That is long before the
     * database looks whether each waits for the other (deadlock_timeout, 1 s).
     */
    private void writeTogether(List<SignUp> signUps) {
        transactions.waitingAtMost(PATIENCE_OF_MANY, () -> enter(signUps));
    }

    private void writeAlone(SignUp signUp) {
        lines.stand(signUp.inboxRoughly(), () -> enter(List.of(signUp)));
    }

    private void enter(List<SignUp> signUps) {
        List<Long> numbers = inboxes.enter(signUps.stream().map(SignUp::entrant).toList());
        List<Asker> askers = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            askers.add(new Asker(numbers.get(i), signUps.get(i).from()));
        }
        List<Long> granted = budget.granted(askers, Request.SIGN_UP);
        letters.add(granted, Request.SIGN_UP.occasion()); // none, by the same statement, where none is granted
        for (int i = 0; i < numbers.size(); i++) {
            if (disposable.mark(signUps.get(i).entrant().address().domain()) && granted.contains(numbers.get(i))) {
                evidence.note(numbers.get(i), Act.DISPOSABLE, signUps.get(i).from());
            }
        }
    }

    void again(long subscriber, String from) {
        register.hold(subscriber)
                .map(reader -> inboxes.enter(reader.address(), reader.source(), reader.locale()))
                .ifPresent(id -> request(id, Request.SIGN_UP, from));
    }

    void askToLeave(EmailAddress address, String from) {
        long id = register.hold(address).map(Subscriber::id).orElse(Letter.NOBODY);
        inboxes.lock(id);
        request(id, Request.LEAVE, from);
    }

    private void request(long id, Request request, String from) {
        letters.add(budget.granted(List.of(new Asker(id, from)), request), request.occasion());
    }
}
