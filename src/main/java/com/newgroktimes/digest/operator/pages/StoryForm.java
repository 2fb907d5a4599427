package com.newgroktimes.digest.operator.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.newgroktimes.digest.platform.Sha256;

/**
 * What stands in the form of a story: filled in, or typed. Its fields have the names of a story's shape, by which flaws name them
 * too. Templates read it.
 */
public final class StoryForm {

    /** What is compared, taken over and clashes as one. */
    static final List<String> FIELDS = List.of(
            "headline",
            "section",
            "tldr",
            "msmPerspective",
            "xPerspective",
            "bodyHtml",
            "byline",
            "place",
            "lang",
            "publishedAt",
            "image",
            "newsSources",
            "xPosts");

    static final List<String> LINES = Stream.concat(
                    Stream.of("url", "image.url", "image.alt"), FIELDS.stream().limit(10))
            .toList();
    static final List<String> LISTS = List.of("newsSources", "xPosts");
    private static final int MARK = 12;

    private final Map<String, String> lines;
    private final Map<String, List<FormRow>> lists;

    StoryForm(Map<String, String> lines, Map<String, List<FormRow>> lists) {
        this.lines = lines;
        this.lists = lists;
    }

    static StoryForm empty() {
        return new StoryForm(Map.of(), Map.of());
    }

    /** @param name of one line, such as {@code image.alt} */
    public String line(String name) {
        return lines.getOrDefault(name, "");
    }

    public List<FormRow> rows(String list) {
        return lists.getOrDefault(list, List.of());
    }

    /** Whether a field for a date and a time can show what stands there. */
    public boolean hasMoment() {
        return line("publishedAt").matches("|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?");
    }

    /** A whole field, to be read. */
    public String text(String field) {
        if (LISTS.contains(field)) {
            return rows(field).stream().map(FormRow::line).collect(Collectors.joining("\n"));
        }
        return field.equals("image")
                ? Stream.of(line("image.url"), line("image.alt"))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("\n"))
                : line(field);
    }

    /** The same with a field of another one. */
    StoryForm with(String field, StoryForm other) {
        Map<String, String> newLines = new HashMap<>(lines);
        Map<String, List<FormRow>> newLists = new HashMap<>(lists);
        if (LISTS.contains(field)) {
            newLists.put(field, other.rows(field));
        } else if (field.equals("image")) {
            newLines.put("image.url", other.line("image.url"));
            newLines.put("image.alt", other.line("image.alt"));
        } else {
            newLines.put(field, other.line(field));
        }
        return new StoryForm(newLines, newLists);
    }

    StoryForm with(String name, String line) {
        Map<String, String> newLines = new HashMap<>(lines);
        newLines.put(name, line);
        return new StoryForm(newLines, lists);
    }

    StoryForm withRow(String list) {
        return withRows(list, Stream.concat(rows(list).stream(), Stream.of(FormRow.EMPTY)));
    }

    StoryForm withoutRow(String list, int index) {
        List<FormRow> rows = rows(list);
        return withRows(
                list, IntStream.range(0, rows.size()).filter(i -> i != index).mapToObj(rows::get));
    }

    private StoryForm withRows(String list, Stream<FormRow> rows) {
        Map<String, List<FormRow>> newLists = new HashMap<>(lists);
        if (LISTS.contains(list)) {
            newLists.put(list, rows.toList());
        }
        return new StoryForm(lines, newLists);
    }

    /** Stands for what each field says, so that a form that comes back tells which of them somebody changed. */
    String marks() {
        return FIELDS.stream().map(this::mark).collect(Collectors.joining("-"));
    }

    private String mark(String field) {
        return Sha256.of(text(field).getBytes(StandardCharsets.UTF_8)).hex().substring(0, MARK);
    }

    /** The fields that say something else than they did when these marks were made. */
    List<String> changedSince(String marks) {
        List<String> before = List.of(marks.split("-"));
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            String field = FIELDS.get(i);
            if (i >= before.size() || !before.get(i).equals(mark(field))) {
                changed.add(field);
            }
        }
        return changed;
    }
}
