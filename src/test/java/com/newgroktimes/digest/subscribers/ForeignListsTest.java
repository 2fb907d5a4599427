package com.newgroktimes.digest.subscribers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.ImportReport.Standings;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Lists as other systems export them. The people in them are made up. */
@DigestTest
class ForeignListsTest {

    private static final String LISTMONK = "uuid,email,name,attributes,status,created_at,updated_at\n";
    private static final String MAILCHIMP = "\"Email Address\",\"First Name\",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,"
            + "CONFIRM_TIME,CONFIRM_IP,LATITUDE,LEID,EUID,NOTES,TAGS";
    private static final String AT_MAILCHIMP =
            ",Ada,2,2020-01-02 10:00:00,203.0.113.7,2020-01-02 10:05:00,203.0.113.7,,1,a,,";

    @Autowired
    private Imports imports;

    @Autowired
    private Readers readers;

    @Test
    void listmonksSubscribersWaitUnlessTheyLeftOrAreBlocklisted() {
        ImportReport report = take(LISTMONK + """
                6f1e1f5e-1,ada@example.org,Ada,"{""city"": ""Ghent""}",enabled,2023-05-01 09:30:00.123456 +0000 UTC,2023-05-02 10:00:00 +0000 UTC
                6f1e1f5e-2,ben@example.org,Ben,{},blocklisted,2023-05-01 09:30:00 +0200 CEST,2024-01-02 10:00:00.5 +0100 CET
                6f1e1f5e-3,eve@example.org,Eve,{},disabled,2023-05-01 09:30:00 +0000 UTC,2023-07-01 09:30:00 +0000 +0000
                6f1e1f5e-4,fay@example.org,Fay,{},sleeping,2023-05-01 09:30:00 +0000 UTC,2023-07-01 09:30:00 +0000 UTC
                """);

        assertThat(report.added()).isEqualTo(3);
        assertThat(report.ignoredColumns()).containsExactly("name", "attributes");
        assertThat(report.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.reason())
                        .isEqualTo(
                                "status holds \"sleeping\". Possible: enabled, disabled, unsubscribed, blocklisted."));
        assertThat(report.standings()).isEqualTo(new Standings(0, 1, 1, 1));
        Subscriber ada = readers.find("ada@example.org");
        assertThat(ada.state()).isEqualTo(SubscriberState.PENDING);
        assertThat(ada.signedUpAt()).isEqualTo(Instant.parse("2023-05-01T09:30:00Z"));
        assertThat(readers.acts(ada))
                .containsExactly(
                        "imported: line 2 PENDING, by: listmonk: enabled, created 2023-05-01 09:30:00.123456 +0000 UTC");
        assertThat(readers.find("ben@example.org"))
                .returns(Suppression.OPERATOR, Subscriber::suppressed)
                .returns(Instant.parse("2024-01-02T09:00:00Z"), Subscriber::suppressedAt);
        assertThat(readers.find("eve@example.org"))
                .returns(SubscriberState.UNSUBSCRIBED, Subscriber::state)
                .returns(Instant.parse("2023-07-01T09:30:00Z"), Subscriber::leftAt);
    }

    @Test
    void whoConfirmedAtMailchimpFromAnAddressOfTheirOwnIsConfirmedHere() {
        ImportReport report = take(MAILCHIMP + """

                ada@example.org,Ada,2,"2020-01-02 10:00:00",203.0.113.7,"2020-01-02 10:05:00",203.0.113.7,,1,a,,
                ben@example.org,Ben,2,,,"2020-01-02 10:05:00",,,2,b,,
                eve@example.org,Eve,2,"2020-01-02 10:00:00",203.0.113.7,,,,3,c,,
                """);

        assertThat(report.added()).isEqualTo(3);
        assertThat(report.ignoredColumns())
                .containsExactly("First Name", "MEMBER_RATING", "LATITUDE", "LEID", "EUID", "NOTES", "TAGS");
        Subscriber ada = readers.find("ada@example.org");
        assertThat(ada.onTheList()).isTrue();
        assertThat(ada.confirmedAt()).isEqualTo(Instant.parse("2020-01-02T10:05:00Z"));
        assertThat(readers.acts(ada))
                .containsExactly(
                        "imported: line 2 CONFIRMED since 2020-01-02T10:05:00Z, by: Mailchimp:"
                                + " signed up 2020-01-02 10:00:00Z from 203.0.113.0/24 confirmed 2020-01-02 10:05:00Z from 203.0.113.0/24");
        assertThat(readers.find("ben@example.org").state()).isEqualTo(SubscriberState.PENDING);
        assertThat(readers.find("eve@example.org").state()).isEqualTo(SubscriberState.PENDING);
    }

    @Test
    void whoLeftOrWasCleanedAtMailchimpIsNotMailedWhicheverFileComesFirst() {
        take(MAILCHIMP + ",UNSUB_TIME,UNSUB_REASON\nben@example.org" + AT_MAILCHIMP + ",2021-01-01 00:00:00,NORMAL\n");
        take(MAILCHIMP + "\nben@example.org" + AT_MAILCHIMP + "\neve@example.org" + AT_MAILCHIMP + "\n");
        take(MAILCHIMP + ",UNSUB_TIME,UNSUB_REASON\nfay@example.org" + AT_MAILCHIMP
                + ",2021-01-01 00:00:00,ABUSE: spam\n");
        take(MAILCHIMP + ",CLEAN_TIME\neve@example.org" + AT_MAILCHIMP + ",2022-01-01 00:00:00\n");

        assertThat(readers.find("ben@example.org"))
                .returns(SubscriberState.UNSUBSCRIBED, Subscriber::state)
                .returns(Instant.parse("2021-01-01T00:00:00Z"), Subscriber::leftAt);
        assertThat(readers.find("fay@example.org"))
                .returns(Suppression.COMPLAINT, Subscriber::suppressed)
                .returns(Instant.parse("2021-01-01T00:00:00Z"), Subscriber::suppressedAt);
        assertThat(readers.find("eve@example.org"))
                .returns(Suppression.HARD_BOUNCE, Subscriber::suppressed)
                .returns(Instant.parse("2022-01-01T00:00:00Z"), Subscriber::suppressedAt);
    }

    @Test
    void ghostsMembersWaitUnlessTheyTakeNoMail() {
        ImportReport report = take("""
                id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers
                64a1,ada@example.org,Ada,,true,false,,2022-06-01T08:00:00.000Z,,,Free
                64a2,ben@example.org,Ben,,false,false,,2022-06-01T08:00:00.000Z,,,
                64a3,eve@example.org,Eve,,true,false,,2022-06-01T08:00:00.000Z,2023-01-01T00:00:00.000Z,,
                """);

        assertThat(report.added()).isEqualTo(3);
        assertThat(report.ignoredColumns()).contains("id", "note", "tiers").doesNotContain("email");
        assertThat(readers.find("ada@example.org"))
                .returns(SubscriberState.PENDING, Subscriber::state)
                .returns(Instant.parse("2022-06-01T08:00:00Z"), Subscriber::signedUpAt);
        assertThat(readers.find("ben@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(readers.find("eve@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void keilasContactsWaitUnlessTheyLeftOrCannotBeReached() {
        take("""
                Email,First name,Last name,Data,Status
                ada@example.org,Ada,Example,"{}",active
                ben@example.org,Ben,Example,,unsubscribed
                eve@example.org,Eve,Example,,unreachable
                """);

        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.PENDING);
        assertThat(readers.find("ben@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(readers.find("eve@example.org").suppressed()).isEqualTo(Suppression.HARD_BOUNCE);
    }

    /** Else whoever looks for it searches the file for what is not in it. */
    @Test
    void aReasonNamesTheColumnsAndTheCellsOfTheFile() {
        ImportReport report = take(MAILCHIMP + """

                ada@example.org,Ada,2,"2020-01-02 10:00:00",203.0.113.7,"02/02/2023 10:15",203.0.113.7,,1,a,,
                """);

        assertThat(report.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.reason())
                        .startsWith("CONFIRM_TIME holds \"02/02/2023 10:15\", which is no date."));
    }

    @Test
    void aLanguageThatSomebodyAddedIsKept() {
        ImportReport report = take("""
                Email,First name,Last name,Data,Status,Locale
                ada@example.org,Ada,Example,,active,pt_BR
                ben@example.org,Ben,Example,,active,
                eve@example.org,Eve,Example,,active,?
                """);

        assertThat(readers.find("ada@example.org").locale()).isEqualTo("pt-BR");
        assertThat(readers.find("ben@example.org").locale()).isEqualTo("en");
        assertThat(report.ignoredColumns()).doesNotContain("Locale");
        assertThat(report.leftOut())
                .singleElement()
                .satisfies(
                        left -> assertThat(left.reason()).startsWith("Locale holds \"?\", which is no language tag."));
    }

    @Test
    void aProfileThatDoesNotFitTheFileIsRefused() {
        assertThat(refused("email,state\nada@example.org,\n", "mailchimp").detail())
                .contains("list of Mailchimp", "confirm_time, email address, optin_time");
        assertThat(refused("email\n", "sendy").detail()).contains("\"sendy\"", "listmonk, mailchimp, ghost, keila");
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    private ImportReport take(String file) {
        return imports.take(bytes(file), "ana");
    }

    private Problem refused(String file, String profile) {
        return catchThrowableOfType(Problem.class, () -> imports.take(bytes(file), "ana", profile));
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
