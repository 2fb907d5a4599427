package com.newgroktimes.digest.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file (RFC 7578), read as it comes: the fields before the file at once, the file by whoever takes it. So it needs
 * no room, however long it is.
 */
public final class UploadedForm {

    private static final String ATTRIBUTE = UploadedForm.class.getName();
    private static final int MOST_FIELDS = 10;
    private static final int LONGEST_FIELD = 1_000;

    private final Map<String, String> fields;
    private final @Nullable InputStream file;

    private UploadedForm(Map<String, String> fields, @Nullable InputStream file) {
        this.fields = fields;
        this.file = file;
    }

    /** Reads up to the file, and leaves the form with the request. What is no such form has no fields. */
    public static UploadedForm read(HttpServletRequest request) throws IOException {
        Map<String, String> fields = new HashMap<>();
        @Nullable InputStream file = null;
        try {
            file = readUpToTheFile(new FileUpload().getItemIterator(new Body(request)), fields);
        } catch (FileUploadException broken) {
            fields.clear();
        }
        UploadedForm form = new UploadedForm(fields, file);
        request.setAttribute(ATTRIBUTE, form);
        return form;
    }

    /** The form that came with this request; one without anything where none did. */
    public static UploadedForm of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof UploadedForm form ? form : new UploadedForm(Map.of(), null);
    }

    /** Empty where there is none of that name before the file. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Can be read once; empty where the form has none. */
    public Optional<InputStream> file() {
        return Optional.ofNullable(file);
    }

    private static @Nullable InputStream readUpToTheFile(FileItemIterator parts, Map<String, String> fields)
            throws IOException {
        while (fields.size() < MOST_FIELDS && parts.hasNext()) {
            FileItemStream part = parts.next();
            if (!part.isFormField()) {
                return part.openStream();
            }
            byte[] value = part.openStream().readNBytes(LONGEST_FIELD);
            fields.put(part.getFieldName(), new String(value, StandardCharsets.UTF_8));
        }
        return null;
    }

    private record Body(HttpServletRequest request) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }
    }
}
