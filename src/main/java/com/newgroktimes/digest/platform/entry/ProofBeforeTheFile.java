package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import java.util.Locale;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

import com.newgroktimes.digest.platform.UploadedForm;

/**
 * The CSRF token of a form with a file stands in a field before the file: it is read here, and nothing after it. In the URL it
 * would land in logs, and to find it by parsing the whole form would need room for the file.
 */
final class ProofBeforeTheFile extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithFields(request, UploadedForm.read(request)), response);
    }

    private static final class WithFields extends HttpServletRequestWrapper {

        private final UploadedForm form;

        WithFields(HttpServletRequest request, UploadedForm form) {
            super(request);
            this.form = form;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return form.has(name) ? form.field(name) : super.getParameter(name);
        }
    }
}
