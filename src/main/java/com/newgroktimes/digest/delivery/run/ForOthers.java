package com.newgroktimes.digest.delivery.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.Delivery;

/** Deliveries that a relay cannot bring, and another may: each waits for one that can. Not for two threads. */
final class ForOthers {

    private static final int MOST = 1_000;

    private final Destinations destinations;
    private final Map<Long, Delivery> bySubscriber = new LinkedHashMap<>();
    private int seenPutAside;

    ForOthers(Destinations destinations) {
        this.destinations = destinations;
    }

    /** False where there are too many already. */
    boolean add(Delivery delivery) {
        return bySubscriber.size() < MOST && bySubscriber.put(delivery.subscriber(), delivery) == null;
    }

    boolean has(Delivery delivery) {
        return bySubscriber.containsKey(delivery.subscriber());
    }

    boolean isEmpty() {
        return bySubscriber.isEmpty();
    }

    /**
     * Null where no destination of those may get one now.
     *
     * @param brings whether whoever asks can bring it; asked first, since a turn that is not used is lost
     */
    @Nullable
    Delivery next(Predicate<Delivery> brings) {
        Iterator<Delivery> all = bySubscriber.values().iterator();
        while (all.hasNext()) {
            Delivery each = all.next();
            if (brings.test(each) && destinations.takesAlone(each)) {
                all.remove();
                return each;
            }
        }
        return null;
    }

    /** Those whose destination gets nothing for a while: they are here no more. */
    List<Delivery> takeOutThoseAside() {
        int times = destinations.timesPutAside();
        List<Delivery> aside = new ArrayList<>();
        if (times != seenPutAside) {
            seenPutAside = times;
            bySubscriber.values().removeIf(delivery -> destinations.isAside(delivery) && aside.add(delivery));
        }
        return aside;
    }
}
