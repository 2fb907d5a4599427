package com.newgroktimes.digest.rendering;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** Of the forms that a colour can have, the one that every mail program reads. */
@Constraint(validatedBy = {})
@Pattern(regexp = Colour.FORM)
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface Colour {

    String FORM = "#[0-9a-fA-F]{6}";

    String message() default "must be # and six hex digits, such as #1d4680";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
