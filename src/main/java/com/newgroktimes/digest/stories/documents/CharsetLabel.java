package com.newgroktimes.digest.stories.documents;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The name of a charset as documents give it, and what programs mean that write it (WHATWG Encoding §4.2). */
public final class CharsetLabel {

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(?:^|[;\\s])charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)");

    /** The code pages of Windows, however their number is dressed up. */
    private static final Pattern CODE_PAGE =
            Pattern.compile("(?:x-|ms-)?(?:windows|win|cp|ansi)[-_]?(?:cp[-_]?)?(125[0-8]|874)");

    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("l1", "windows-1252"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("logical", "ISO-8859-8"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "windows-874"),
            Map.entry("tis-620", "windows-874"),
            Map.entry("dos-874", "windows-874"),
            Map.entry("koi8", "KOI8-R"),
            Map.entry("koi8-ru", "KOI8-U"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("mac-roman", "x-MacRoman"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("csmacintosh", "x-MacRoman"),
            Map.entry("x-mac-cyrillic", "x-MacUkraine"),
            Map.entry("x-mac-ukrainian", "x-MacUkraine"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("chinese", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("ks_c_5601-1987", "windows-949"),
            Map.entry("ks_c_5601-1989", "windows-949"),
            Map.entry("korean", "windows-949"),
            Map.entry("euc-kr", "windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("ms_kanji", "windows-31j"),
            Map.entry("x-euc-jp", "EUC-JP"),
            Map.entry("utf_8", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("unicode", "UTF-16LE"));

    /** They turn signs of English into others and back, so that markup hides from who looks for some: no browser reads them (WHATWG Encoding §4.2). */
    private static final Pattern SHIFTING = Pattern.compile("(?i)(?:x-)?ISO-2022-(?:KR|CN).*");

    private CharsetLabel() {}

    /** That of a media type: {@code text/xml; charset=utf-8}. */
    public static Optional<String> in(@Nullable String contentType) {
        Matcher parameter = PARAMETER.matcher(contentType == null ? "" : contentType);
        return parameter.find() ? Optional.of(parameter.group(1)) : Optional.empty();
    }

    static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        Matcher page = CODE_PAGE.matcher(name);
        String plain = page.matches() ? "windows-" + page.group(1) : name;
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(plain, plain)))
                    .filter(charset -> !SHIFTING.matcher(charset.name()).matches());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
