package com.newgroktimes.digest.operator.pages;

/**
 * Which button of a story's form was pressed: {@code save}, {@code add:xPosts}, {@code remove:newsSources:2}, {@code take:tldr},
 * {@code picture-back}.
 *
 * @param field empty where it concerns none
 * @param row   -1 where it concerns none
 */
record PressedButton(String act, String field, int row) {

    static PressedButton of(String value) {
        String[] parts = value.split(":", 3);
        return new PressedButton(
                parts[0],
                parts.length > 1 ? parts[1] : "",
                parts.length > 2 && parts[2].matches("\\d{1,4}") ? Integer.parseInt(parts[2]) : -1);
    }

    boolean changesRows() {
        return act.equals("add") || act.equals("remove");
    }

    /** The form as it is after a button that keeps nothing. */
    StoryForm rows(StoryForm form) {
        return act.equals("add") ? form.withRow(field) : form.withoutRow(field, row);
    }

    /** Where a keyboard goes on: in the new row, or at the button that makes one. */
    String focus(StoryForm form) {
        return act.equals("add")
                ? "%s[%d].url".formatted(field, form.rows(field).size() - 1)
                : "add:" + field;
    }
}
