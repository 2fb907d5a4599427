package com.newgroktimes.digest.delivery.ledger;

import java.util.List;

/**
 * What some readers have in common: language, format and sections, as they stand in their settings.
 *
 * @param sections     empty: all of them
 * @param sectionsText the same as the database prints it
 */
public record Taste(String locale, String format, List<String> sections, String sectionsText) {}
