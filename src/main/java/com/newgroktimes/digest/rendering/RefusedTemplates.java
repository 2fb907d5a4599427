package com.newgroktimes.digest.rendering;

/**
 * What lies in the publication's directory and is not used, since it has a fault.
 *
 * @param fault         what is wrong, in which file, on which line, and what to do
 * @param earlierInUse  whether an earlier state of the directory is used instead, if only that it was empty; else nothing of
 *                     it ever was, and the jar's templates are
 */
public record RefusedTemplates(String fault, boolean earlierInUse) {}
