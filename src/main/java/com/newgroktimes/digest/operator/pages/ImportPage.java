package com.newgroktimes.digest.operator.pages;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.DataDirectory;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.platform.UploadedForm;
import com.newgroktimes.digest.subscribers.ImportReport;
import com.newgroktimes.digest.subscribers.Imports;

/**
 * A list of readers from elsewhere: first what would come of it, then the same file for good. It is sent each time, so that nothing of
 * it is kept in between, and told by its SHA-256.
 */
@Controller
@RequestMapping(ReadersPage.PATH + "/import")
final class ImportPage {

    private static final int LISTED = 10;

    private final Imports imports;
    private final DataDirectory data;

    ImportPage(Imports imports, DataDirectory data) {
        this.imports = imports;
        this.data = data;
    }

    @GetMapping
    ModelAndView form() {
        return new ModelAndView("console/import")
                .addObject("profiles", Imports.profiles())
                .addObject("profile", Imports.ANY_PROFILE)
                .addObject("latest", imports.latest(LISTED));
    }

    /** Changes nothing. */
    @PostMapping
    ModelAndView rehearse(HttpServletRequest request) throws IOException {
        String profile = UploadedForm.of(request).field("profile");
        try (HeldFile file = hold(request)) {
            ImportReport report = imports.rehearse(file.stream(), profile);
            return told(report, true).addObject("profile", profile).addObject("sha256", file.sha256());
        } catch (Problem problem) {
            return EditionLook.refused(form().addObject("profile", profile), problem);
        }
    }

    /** However often: what is there already stays as it is. */
    @PostMapping("/take")
    ModelAndView take(HttpServletRequest request, Principal operator) throws IOException {
        UploadedForm form = UploadedForm.of(request);
        try (HeldFile file = hold(request)) {
            refuseAnother(form.field("sha256"), file.sha256());
            return told(imports.take(file.stream(), operator.getName(), form.field("profile")), false);
        } catch (Problem problem) {
            return EditionLook.refused(form().addObject("profile", form.field("profile")), problem);
        }
    }

    private ModelAndView told(ImportReport report, boolean rehearsed) {
        return form().addObject("report", report).addObject("rehearsed", rehearsed);
    }

    private HeldFile hold(HttpServletRequest request) {
        if (request.getContentLengthLong() > HeldFile.MOST) {
            throw HeldFile.tooLarge();
        }
        InputStream sent = UploadedForm.of(request)
                .file()
                .orElseThrow(() ->
                        new Problem(Kind.UNPROCESSABLE, "No file came", "Choose a file first. Nothing was read."));
        return HeldFile.of(sent, data.root());
    }

    private static void refuseAnother(String lookedAt, String given) {
        if (!given.equals(lookedAt)) {
            throw new Problem(
                    Kind.CONFLICT,
                    "That is another file",
                    "It is not the file that you looked at before, or it changed since. Nothing was taken. Look first what would come"
                            + " of this one.");
        }
    }
}
