package com.newgroktimes.digest.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import com.newgroktimes.digest.DigestApplication;

/**
 * The whole service on a random port, with a mail server that keeps what it is given ({@link MailServer}), a clock that stands
 * still ({@link SettableClock}, a bean) and, before each test, nothing in its database. Every such test shares one context: no
 * properties, profiles or mocks of your own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DigestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceUnderTest.class)
@Import(ServiceUnderTest.Beans.class)
@ExtendWith(CleanSlate.class)
public @interface DigestTest {}
