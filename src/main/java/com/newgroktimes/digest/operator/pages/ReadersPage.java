package com.newgroktimes.digest.operator.pages;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.LatestDeliveries;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.operator.Actor;
import com.newgroktimes.digest.operator.ListFile;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.ErasedReader;
import com.newgroktimes.digest.subscribers.Invitations;
import com.newgroktimes.digest.subscribers.Invitations.Outcome;
import com.newgroktimes.digest.subscribers.ReaderList;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Everybody on the list, and the ways to one of them. No address stands in a URL: those are kept in logs. */
@Controller
@RequestMapping(ReadersPage.PATH)
final class ReadersPage {

    static final String PATH = "/console/readers";

    private static final int PAGE = 50;

    private final ReaderList list;
    private final Subscribers subscribers;
    private final Invitations invitations;
    private final Admission admission;
    private final Deliveries deliveries;
    private final ListFile file;
    private final Words words;

    ReadersPage(
            ReaderList list,
            Subscribers subscribers,
            Invitations invitations,
            Admission admission,
            Deliveries deliveries,
            ListFile file,
            Words words) {
        this.list = list;
        this.subscribers = subscribers;
        this.invitations = invitations;
        this.admission = admission;
        this.deliveries = deliveries;
        this.file = file;
        this.words = words;
    }

    /**
     * @param before the reader's number that the page before ended with
     * @param full   whether addresses are shown in full
     */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "false") boolean full) {
        List<Subscriber> found = list.newest(before, PAGE + 1);
        List<Subscriber> shown = found.subList(0, Math.min(PAGE, found.size()));
        ModelAndView page = new ModelAndView("console/readers")
                .addObject("totals", list.totals())
                .addObject("lines", lines(shown, full))
                .addObject("first", before == Long.MAX_VALUE)
                .addObject("before", before)
                .addObject("full", full)
                .addObject("language", words.usual().getLanguage());
        return found.size() > PAGE ? page.addObject("next", shown.get(PAGE - 1).id()) : page;
    }

    @PostMapping("/find")
    ModelAndView find(@RequestParam(defaultValue = "") String email) {
        try {
            EmailAddress address = TypedAddress.parse(email);
            return subscribers
                    .find(address)
                    .or(() -> subscribers.hadBefore(address))
                    .map(Subscriber::id)
                    .or(() -> erased(address))
                    .map(ReadersPage::pageOf)
                    .orElseGet(() -> nobody(address))
                    .addObject("sought", email);
        } catch (Problem problem) {
            return EditionLook.refused(list(Long.MAX_VALUE, false), problem).addObject("sought", email);
        }
    }

    /**
     * For somebody who asked elsewhere, on paper or by word: they are mailed the same button as everybody.
     *
     * @param keep     whether the operator was told what speaks against the address
     * @param language in which they are written to
     */
    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "false") boolean keep,
            @RequestParam(defaultValue = "") String language,
            Principal operator) {
        try {
            EmailAddress address = TypedAddress.parse(email);
            Optional<Doubt> doubt = keep ? Optional.empty() : Doubt.about(address, admission);
            if (doubt.isPresent()) {
                return list(Long.MAX_VALUE, false)
                        .addObject("doubt", doubt.get())
                        .addObject("language", words.spoken(language))
                        .addObject("added", email);
            }
            Outcome outcome = invitations.add(address, words.spoken(language), Actor.of(operator));
            Subscriber reader = subscribers.find(address).orElseThrow();
            return SeeOther.at(ReaderPage.path(reader.id()) + "?told=" + outcome);
        } catch (Problem problem) {
            return EditionLook.refused(list(Long.MAX_VALUE, false), problem).addObject("added", email);
        }
    }

    @GetMapping(path = "/export", produces = "text/csv")
    void export(Principal operator, HttpServletResponse response) throws IOException {
        file.write(Optional.empty(), operator.getName(), response);
    }

    private List<ReaderLine> lines(List<Subscriber> readers, boolean full) {
        Map<Long, LatestDeliveries> latest =
                deliveries.latest(readers.stream().map(Subscriber::id).toList());
        return readers.stream()
                .map(reader -> ReaderLine.of(reader, full, latest.getOrDefault(reader.id(), LatestDeliveries.NONE)))
                .toList();
    }

    /** Whose number is still there; who left long ago has none any more. */
    private Optional<Long> erased(EmailAddress address) {
        return subscribers
                .erased(address)
                .map(ErasedReader::subscriber)
                .filter(number -> subscribers.erased(number).isPresent());
    }

    private static ModelAndView pageOf(long number) {
        return SeeOther.at(ReaderPage.path(number));
    }

    /** Most mailboxes take all spellings for one; we do not, and say so. */
    private ModelAndView nobody(EmailAddress address) {
        List<ReaderLine> twins = subscribers.inAnyCase(List.of(address)).stream()
                .map(twin -> ReaderLine.of(twin, true, LatestDeliveries.NONE))
                .toList();
        ModelAndView page = list(Long.MAX_VALUE, false).addObject("nobody", address.key());
        return twins.isEmpty() ? page : page.addObject("twins", twins);
    }
}
