package com.newgroktimes.digest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/com/newgroktimes/digest");

    /** Which package owns which table. The function {@code reader_at} is for all. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("secret_key", "platform"),
            Map.entry("sign_in_link", "platform"),
            Map.entry("story", "stories"),
            Map.entry("picture", "stories"),
            Map.entry("story_source", "stories"),
            Map.entry("story_feed", "stories"),
            Map.entry("story_feed_item", "stories"),
            Map.entry("story_page", "stories"),
            Map.entry("edition", "editions"),
            Map.entry("edition_story", "editions"),
            Map.entry("edition_check", "editions"),
            Map.entry("edition_unsettled", "editions"),
            Map.entry("edition_skeleton", "editions"),
            Map.entry("subscriber", "subscribers"),
            Map.entry("evidence", "subscribers"),
            Map.entry("address_change", "subscribers"),
            Map.entry("erased_address", "subscribers"),
            Map.entry("table_to_rewrite", "platform"),
            Map.entry("recent_request", "subscribers"),
            Map.entry("subscriber_import", "subscribers"),
            Map.entry("asking", "subscribers"),
            Map.entry("asking_reader", "subscribers"),
            Map.entry("legacy_key", "subscribers"),
            Map.entry("delivery", "delivery"),
            Map.entry("delivery_answer", "delivery"),
            Map.entry("delivery_retry", "delivery"),
            Map.entry("run", "delivery"),
            Map.entry("test_send", "delivery"),
            Map.entry("test_copy", "delivery"));

    private static ApplicationModules modules;
    private static JavaClasses ours;

    @BeforeAll
    static void readTheClasses() {
        modules = ApplicationModules.of(DigestApplication.class);
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("com.newgroktimes.digest");
    }

    @Test
    void packagesLeanOnlyOnWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void whatAPackageDeclaresItUses() {
        assertThat(ArchitectureRules.unusedAllowances(modules)).isEmpty();
    }

    @Test
    void noPackageNamesTheTableOfAnother() throws IOException {
        assertThat(ArchitectureRules.foreignTables(SOURCES, OWNERS)).isEmpty();
    }

    @Test
    void noClassIsNamedForARole() {
        ArchitectureRules.NO_NAMES_FOR_ROLES.check(ours);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        ArchitectureRules.THE_CLOCK_IS_INJECTED.check(ours);
    }

    @Test
    void everyMessageIsMadeWhereItIsSigned() {
        ArchitectureRules.MESSAGES_ARE_MADE_IN_ONE_PLACE.check(ours);
    }

    @Test
    void rowsAreReadWhole() {
        ArchitectureRules.ROWS_ARE_READ_WHOLE.check(ours);
    }

    @Test
    void theDoorsKeepNoTables() {
        ArchitectureRules.THE_DOORS_KEEP_NO_TABLES.check(ours);
    }

    /** Each rule fails on modules that were built to break it. */
    @Nested
    class OnBrokenModules {

        @Test
        void anArrowThatIsNotDeclaredIsSeen() {
            assertThatThrownBy(() -> fixture("undeclared").verify()).hasMessageContaining("second");
        }

        @Test
        void anArrowThatNobodyDrawsIsSeen() {
            assertThat(ArchitectureRules.unusedAllowances(fixture("unused"))).containsExactly("first -> second");
        }

        @Test
        void sqlOnATableOfAnotherPackageIsSeen() throws IOException {
            Path fixture = Path.of("src/test/java/com/newgroktimes/fixtures/careless");

            assertThat(ArchitectureRules.foreignTables(fixture, Map.of("thing", "second")))
                    .containsExactly("first/ThingManager.java names thing");
        }

        @Test
        void aClassNamedForARoleIsSeen() {
            assertBroken(ArchitectureRules.NO_NAMES_FOR_ROLES);
        }

        @Test
        void askingTheMachineForTheTimeIsSeen() {
            assertBroken(ArchitectureRules.THE_CLOCK_IS_INJECTED);
        }

        @Test
        void aMessageMadeElsewhereIsSeen() {
            assertBroken(ArchitectureRules.MESSAGES_ARE_MADE_IN_ONE_PLACE);
        }

        @Test
        void aStreamOfRowsIsSeen() {
            assertBroken(ArchitectureRules.ROWS_ARE_READ_WHOLE);
        }

        @Test
        void aDoorWithATableIsSeen() {
            assertBroken(ArchitectureRules.THE_DOORS_KEEP_NO_TABLES);
        }

        private void assertBroken(ArchRule rule) {
            JavaClasses careless = new ClassFileImporter().importPackages("com.newgroktimes.fixtures.careless");

            assertThat(rule.evaluate(careless).hasViolation()).isTrue();
        }

        private ApplicationModules fixture(String name) {
            ImportOption testsToo = location -> true;
            return ApplicationModules.of("com.newgroktimes.fixtures." + name, testsToo);
        }
    }
}
