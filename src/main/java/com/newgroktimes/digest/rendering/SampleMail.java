package com.newgroktimes.digest.rendering;

import java.util.Map;

/**
 * A mail about nothing, with all that its templates may name, to try templates with before readers' mails are made from them.
 *
 * @param name  the directory of its templates
 * @param model what the templates name
 * @param links what both of its parts must hold, by the name that templates have for it
 * @param marks what stands for something of each reader's own, by that name too: it goes into the parts as it is, and into no
 *              subject, which is one for all
 */
public record SampleMail(String name, Map<String, ?> model, Map<String, String> links, Map<String, String> marks) {}
