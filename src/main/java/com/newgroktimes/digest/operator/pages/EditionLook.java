package com.newgroktimes.digest.operator.pages;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.Arrangement;
import com.newgroktimes.digest.editions.EditionSettings;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** The page of one edition, to which whatever is done to it leads. */
@Component
final class EditionLook {

    private final EditionSheets sheets;
    private final Courses courses;
    private final Deliveries deliveries;
    private final Times times;
    private final int blocks;

    EditionLook(EditionSheets sheets, Courses courses, Deliveries deliveries, Times times, EditionSettings settings) {
        this.sheets = sheets;
        this.courses = courses;
        this.deliveries = deliveries;
        this.times = times;
        this.blocks = settings.stories();
    }

    ModelAndView at(int number, String template, boolean allDestinations) {
        EditionSheet sheet = sheets.sheet(number);
        return page(template, sheet, allDestinations)
                .addObject("arranged", Arrangement.of(sheet.edition().stories(), blocks));
    }

    /** The part that changes by itself while the edition is under way. */
    ModelAndView live(int number, boolean allDestinations) {
        return page("console/live-part", sheets.live(number), allDestinations);
    }

    private ModelAndView page(String template, EditionSheet sheet, boolean allDestinations) {
        ModelAndView page = new ModelAndView(template)
                .addObject("sheet", sheet)
                .addObject("tests", new TestSheet(sheet.edition(), deliveries, times));
        if (sheet.mayTellRevisions()) {
            page.addObject("revisions", deliveries.revisions(sheet.edition(), sheet.progress()));
        }
        return sheet.frozen() ? page.addObject("course", courses.of(sheet, allDestinations)) : page;
    }

    /** What was refused is told on the page itself, beside what is so now. */
    ModelAndView after(int number, Runnable deed) {
        return after(number, "", deed);
    }

    /** @param part of the page to look at then: {@code #…} */
    ModelAndView after(int number, String part, Runnable deed) {
        try {
            deed.run();
            return SeeOther.at("/console/editions/" + number + part);
        } catch (Problem problem) {
            return refused(at(number, "console/edition", false), problem);
        }
    }

    static ModelAndView refused(ModelAndView page, Problem problem) {
        page.addObject("problem", problem)
                .setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return page;
    }
}
