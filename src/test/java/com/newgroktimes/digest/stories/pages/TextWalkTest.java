package com.newgroktimes.digest.stories.pages;

import java.util.HashMap;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.rendering.BoundedHtml;

import static org.assertj.core.api.Assertions.assertThat;

class TextWalkTest {

    private final Map<String, TextExtent> byId = new HashMap<>();

    @Test
    void eachElementIsTheSumOfWhatStandsInIt() {
        walk("<div id=a>one <p id=b>two <a href=x>four</a></p><blockquote id=c>six<p>six</p></blockquote></div>");

        assertThat(byId.get("b")).isEqualTo(new TextExtent(9, 5, 4, 7));
        assertThat(byId.get("c")).isEqualTo(new TextExtent(8, 0, 4, 12));
        assertThat(byId.get("a")).isEqualTo(new TextExtent(20, 5, 3, 19));
    }

    @Test
    void whateverStandsBetweenTwoWordsIsOneBlank() {
        walk("<p id=a>  one\n\t two<br><br>  <b>three</b>four </p>");

        assertThat(byId.get("a")).extracting(TextExtent::all).isEqualTo((long) "one two threefour".length());
    }

    /** The work does not grow with how deep it is nested. */
    @Test
    void eachElementIsToldOnceHoweverDeepItStands() {
        Document page =
                BoundedHtml.page("<article>".repeat(45) + "<blockquote>".repeat(45) + "<p>a</p>".repeat(1_000), "");
        int[] told = {0};

        page.body().traverse(new TextWalk((element, extent) -> told[0]++));

        assertThat(told[0]).isEqualTo(page.body().getAllElements().size()).isLessThan(1_200);
    }

    private void walk(String html) {
        BoundedHtml.body(html, "").body().traverse(new TextWalk(this::tell));
    }

    private void tell(Element element, TextExtent extent) {
        if (element.hasAttr("id")) {
            byId.put(element.id(), extent);
        }
    }
}
