package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.testing.DigestTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What templates may name, as the mails that are made tell it, and as the documentation does. */
@DigestTest
class TemplateNamesTest {

    private static final Path DOCUMENTATION = Path.of("docs/templates.md");
    private static final Pattern ROW = Pattern.compile("^\\| ((?:`[^`]+`(?:, )?)+) \\|.*");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Autowired
    private List<SampleMails> samples;

    @Autowired
    private Publication publication;

    @Autowired
    private Words words;

    @Test
    void theDocumentationHasEachNameAndNoOther() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        samples.stream()
                .flatMap(mails -> mails.in(Locale.ENGLISH).stream())
                .forEach(mail -> mail.model().forEach((name, value) -> addBelow(name, value.getClass(), names)));
        addBelow("publication", Publication.class, names);
        addBelow("style", Look.class, names);
        names.addAll(List.of("at(…)", "lang", "dir"));

        assertThat(documented()).containsExactlyElementsOf(names);
    }

    @Test
    void theJarsTemplatesPassTheTrialThatOthersMust() {
        var common = new CommonModel(publication, words, Look.OURS);

        assertThatCode(() -> new Trial(samples, words).of(new TemplateSet(OwnFiles.NONE, common)))
                .doesNotThrowAnyException();
    }

    @Test
    void everyMailThatHasTemplatesIsTried() throws IOException {
        try (Stream<Path> directories = Files.list(Path.of("mail-templates"))) {
            List<String> mails = directories
                    .filter(directory -> Files.exists(directory.resolve("subject.ftl")))
                    .map(directory -> directory.getFileName().toString())
                    .toList();

            assertThat(samples.stream().flatMap(all -> all.in(Locale.ENGLISH).stream()))
                    .extracting(SampleMail::name)
                    .containsOnlyElementsOf(mails)
                    .containsAll(mails);
        }
    }

    private static void addBelow(String name, Type type, SortedSet<String> names) {
        if (type instanceof ParameterizedType list) {
            addBelow(name + "[]", list.getActualTypeArguments()[0], names);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent part : record.getRecordComponents()) {
                addBelow(name + "." + part.getName(), part.getGenericType(), names);
            }
            methods(record).forEach(method -> names.add(name + "." + method));
        } else {
            names.add(name);
        }
    }

    /** What a record offers beside its parts. */
    private static Stream<String> methods(Class<?> record) {
        List<String> parts = Stream.of(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return Stream.of(record.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !parts.contains(method.getName()))
                .filter(method -> !List.of("toString", "hashCode", "equals").contains(method.getName()))
                .map(TemplateNamesTest::call);
    }

    private static String call(Method method) {
        return method.getName() + (method.getParameterCount() == 0 ? "()" : "(…)");
    }

    private static SortedSet<String> documented() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<String> lines = Files.lines(DOCUMENTATION)) {
            lines.flatMap(line -> ROW.matcher(line).results())
                    .flatMap(row -> NAME.matcher(row.group(1)).results())
                    .forEach(name -> names.add(name.group(1)));
        }
        return names;
    }
}
