package com.newgroktimes.digest.site;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.OtherAdmissions;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.admission.RecentRequests;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a publication shows that takes no new readers, or not those of every domain. */
@DigestTest
class ClosedDoorsTest {

    @Autowired
    private RecentRequests requests;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Whence whence;

    @Autowired
    private Latest latest;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Configuration templates;

    @Autowired
    private Readers readers;

    @Test
    void aListThatIsClosedSaysSoInThePlaceOfTheForm() throws Exception {
        SignUpPage page = signUpPage(OtherAdmissions.closed(requests));

        Document shown = html(page.show("", Locale.ENGLISH));
        assertThat(shown.select("input[name=email]")).isEmpty();
        assertThat(shown.select("main").text())
                .contains("We are not taking new readers right now. You can still read past editions.");

        ModelAndView answer = page.signUp(sent("email=ada@example.org"), Locale.ENGLISH);
        assertThat(status(answer)).isEqualTo(409);
        assertThat(html(answer).select("main").text()).contains("We are not taking new readers right now.");
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void theApiSaysSoToo() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> api(OtherAdmissions.closed(requests)).signUp(sent("{\"email\":\"ada@example.org\"}")));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(problem.detail()).startsWith("Nothing was stored or sent.");
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void anAddressToBeThrownAwayIsRefusedOpenly() throws Exception {
        Admission admission = OtherAdmissions.refusing(requests, "throw-away.example");

        ModelAndView answer = signUpPage(admission).signUp(sent("email=ada@throw-away.example"), Locale.ENGLISH);
        assertThat(status(answer)).isEqualTo(422);
        Document shown = html(answer);
        assertThat(shown.select("#email-error").text()).contains("please give one that you keep");
        assertThat(shown.select("#email").val()).isEqualTo("ada@throw-away.example");
        Problem problem = catchThrowableOfType(
                Problem.class, () -> api(admission).signUp(sent("{\"email\":\"ada@throw-away.example\"}")));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNPROCESSABLE);
        assertThat(readers.knows("ada@throw-away.example")).isFalse();
    }

    @Test
    void whoIsOnTheListMayMoveAndNotWithoutLimit() {
        Subscriber ada = readers.confirmed("ada@example.org");
        AddressPage page = new AddressPage(OtherAdmissions.closed(requests), subscribers, whence);
        for (int times = 0; times < 100; times++) {
            assertThat(asksFor("ada@example.net", page, ada).getView()).isNotNull();
        }

        assertThat(status(asksFor("ada@example.net", page, ada))).isEqualTo(429);
        assertThat(readers.knows("ada@example.net")).isTrue();
    }

    private static ModelAndView asksFor(String address, AddressPage page, Subscriber reader) {
        MockHttpServletRequest request = sent("email=" + address);
        return page.press(reader, Form.of(request), "/settings/token", request, Locale.ENGLISH);
    }

    private SignUpPage signUpPage(Admission admission) {
        return new SignUpPage(admission, subscribers, whence, latest, mailboxes);
    }

    private SubscriptionsApi api(Admission admission) {
        return new SubscriptionsApi(admission, subscribers, whence, json);
    }

    private static MockHttpServletRequest sent(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/subscribe");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static int status(ModelAndView page) {
        return Objects.requireNonNull(page.getStatus()).value();
    }

    private Document html(ModelAndView page) throws IOException, TemplateException {
        var html = new StringWriter();
        templates
                .getTemplate(page.getViewName() + ".ftlh", Locale.ENGLISH)
                .process(new HashMap<>(page.getModel()), html);
        return Jsoup.parse(html.toString());
    }
}
