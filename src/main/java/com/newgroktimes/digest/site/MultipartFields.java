package com.newgroktimes.digest.site;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a multipart/form-data body (RFC 7578), which is how mail programs should send theirs (RFC 8058 §3.2). Parts are told by
 * the two hyphens before each, whatever the header calls their boundary: in that section's own example it is another one.
 */
final class MultipartFields {

    private static final Pattern BOUNDARY = Pattern.compile("\\r?\\n--");
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern NAME = Pattern.compile(
            "^content-disposition:.*\\bname=\"?([^\";\\r\\n]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private MultipartFields() {}

    /** The first value of each name. */
    static Map<String, String> in(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String part : BOUNDARY.split("\n" + body)) {
            String[] headAndValue = BLANK_LINE.split(part, 2);
            Matcher name = NAME.matcher(headAndValue[0]);
            if (headAndValue.length == 2 && name.find()) {
                fields.putIfAbsent(name.group(1), headAndValue[1].stripTrailing());
            }
        }
        return fields;
    }
}
