package com.newgroktimes.digest.subscribers;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.AddressChangeTable.Change;
import com.newgroktimes.digest.subscribers.Letter.Occasion;
import com.newgroktimes.digest.subscribers.Preferences.Format;

/**
 * Makes one reader of two rows: the one who changes address, and the one that has the new address. What is known of either is known of
 * the one that stays, and the links of both lead to it.
 */
@Component
class Joining {

    private final AddressChangeTable changes;
    private final Register register;
    private final Inboxes inboxes;
    private final EvidenceLog evidence;
    private final ErasedAddresses erased;
    private final LegacyKeys legacyKeys;
    private final Etiquette etiquette;
    private final LetterQueue letters;

    Joining(
            AddressChangeTable changes,
            Register register,
            Inboxes inboxes,
            EvidenceLog evidence,
            ErasedAddresses erased,
            LegacyKeys legacyKeys,
            Etiquette etiquette,
            LetterQueue letters) {
        this.changes = changes;
        this.register = register;
        this.inboxes = inboxes;
        this.evidence = evidence;
        this.erased = erased;
        this.legacyKeys = legacyKeys;
        this.etiquette = etiquette;
        this.letters = letters;
    }

    void join(Change change, Subscriber mover, Subscriber target, String from) {
        inboxes.lock(mover.id());
        boolean mayTellTheOldOne = etiquette.mayAct(mover.id(), Act.CHANGED_ADDRESS);
        long stays = target.onTheList() ? leaveTheMoversNumber(mover, target) : giveTheMoverTheAddress(mover, target);
        long goes = stays == mover.id() ? target.id() : mover.id();
        evidence.hand(goes, stays);
        legacyKeys.hand(goes, stays);
        changes.done(change, mover.address(), stays, goes);
        evidence.note(stays, Act.CHANGED_ADDRESS, from);
        evidence.note(stays, Act.HAD_ADDRESS, mover.address().key(), from);
        if (mayTellTheOldOne) {
            letters.add(stays, Occasion.ADDRESS_CHANGED);
        }
    }

    private long giveTheMoverTheAddress(Subscriber mover, Subscriber target) {
        register.become(target.id(), mover.id());
        register.readdress(mover.id(), target.address());
        erased.forget(target.address());
        return mover.id();
    }

    /** Both get the digest: an edition under way that has one of them must not reach the same inbox for the other again. */
    private long leaveTheMoversNumber(Subscriber mover, Subscriber target) {
        register.become(mover.id(), target.id());
        register.prefer(target.id(), wishes(mover));
        register.speak(target.id(), mover.locale());
        return target.id();
    }

    private static Preferences wishes(Subscriber reader) {
        return new Preferences(
                reader.format().equals(Format.TEXT.kept()) ? Format.TEXT : Format.HTML,
                reader.sections(),
                reader.breakUntil());
    }
}
