package com.newgroktimes.digest.stories.printed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.printed.Label.Found;

/** The texts that have a label, and the lines before and after them; without any label, all lines are after. */
record Labelled(List<String> before, Map<Label, String> texts, List<String> after, List<Unread> unread) {

    static Labelled in(List<String> lines) {
        List<Found> labels = labels(lines);
        if (labels.isEmpty()) {
            return new Labelled(List.of(), Map.of(), lines, List.of());
        }
        Map<Label, String> texts = new EnumMap<>(Label.class);
        List<Unread> unread = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Found label = labels.get(i);
            String text = text(label, lines.subList(label.line() + 1, end(labels, i, lines)));
            if (text.isEmpty()) {
                unread.add(new Unread(label.label().field(), "Its label has no text."));
            } else {
                texts.put(label.label(), text);
            }
        }
        int after = end(labels, labels.size() - 1, lines);
        return new Labelled(lines.subList(0, labels.get(0).line()), texts, lines.subList(after, lines.size()), unread);
    }

    private static List<Found> labels(List<String> lines) {
        List<Found> labels = new ArrayList<>();
        for (Label label : Label.values()) {
            int from = labels.isEmpty() ? 0 : labels.get(labels.size() - 1).line() + 1;
            label.findIn(lines, from).ifPresent(labels::add);
        }
        return labels;
    }

    /** A text goes on to the next label. Nothing announces the body, so the last text is one line. */
    private static int end(List<Found> labels, int i, List<String> lines) {
        if (i + 1 < labels.size()) {
            return labels.get(i + 1).line();
        }
        int next = labels.get(i).line() + 1;
        boolean isComplete = labels.get(i).text() != null || next == lines.size();
        boolean isByline = !isComplete && next == lines.size() - 1 && Byline.begins(lines.get(next));
        return isComplete || isByline ? next : next + 1;
    }

    private static String text(Found label, List<String> below) {
        List<String> text = new ArrayList<>(below);
        if (label.text() != null) {
            text.add(0, label.text());
        }
        return String.join("\n", text);
    }

    boolean isEmpty() {
        return texts.isEmpty() && unread.isEmpty();
    }

    @Nullable
    String text(Label label) {
        return texts.get(label);
    }
}
