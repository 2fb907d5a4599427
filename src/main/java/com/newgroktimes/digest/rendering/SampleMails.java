package com.newgroktimes.digest.rendering;

import java.util.List;
import java.util.Locale;

/** Whoever makes mails tells with it how to try their templates. */
@FunctionalInterface
public interface SampleMails {

    List<SampleMail> in(Locale language);
}
