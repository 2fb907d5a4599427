package com.newgroktimes.digest.rendering;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeHtmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One [1].</p><p>Two &amp; three.</p> | <p>One [1].</p><p>Two &amp; three.</p>",
                "<p>a</p>\\n<p>b</p> | <p>a</p><p>b</p>",
                "just text | <p>just text</p>",
                "loose <b>bold</b> text<p>then a paragraph</p>and loose again | <p>loose <strong>bold</strong> text</p><p>then a paragraph</p><p>and loose again</p>",
                "one<br>two | <p>one</p><p>two</p>",
                "<p>one<br>two</p> | <p>one<br>two</p>",
                "<div>one</div><div>two</div> | <p>one</p><p>two</p>",
                "<div><div><p>one</p></div></div> | <p>one</p>",
                "<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table> | <p>one two </p><p>three </p>",
                "<h1>A</h1><h2>B</h2><h3>C</h3><h5>D</h5> | <h3>A</h3><h3>B</h3><h3>C</h3><h4>D</h4>",
                "<ul><li>a</li><li>b</li></ul><ul></ul> | <ul><li>a</li><li>b</li></ul>",
                "<p></p><p> </p><p><br></p><p>a</p> | <p>a</p>",
                "<p>a<!-- b --><script>c()</script><style>d</style></p> | <p>a</p>",
                "<p onclick='x()' style='color:red' class='y'>a</p> | <p>a</p>",
                "<p><img src=x onerror=y()>a</p> | <p>a</p>",
                "<figure><img src=x><figcaption>below</figcaption></figure><p>a</p> | <p>a</p>",
                "<figure><blockquote>a</blockquote><figcaption>who said it</figcaption></figure> | <blockquote>a</blockquote><p>who said it</p>",
                "<figure><div><img src=x></div><figcaption>below</figcaption></figure><p>a</p> | <p>a</p>",
                "<p>a<a href=x></a>b<a href=y><em> </em><br></a>c</p> | <p>ab<em> </em><br>c</p>",
                "<p><a href='javascript:x()'>a</a></p> | <p><a>a</a></p>",
                "<p><a href='https://example.org/?a=1&b=2' target=_blank>a</a></p> | <p><a href=\"https://example.org/?a=1&amp;b=2\">a</a></p>",
                "<p><a href='/b'>a</a></p> | <p><a href=\"https://news.example/b\">a</a></p>",
                "<p><a href='mailto:a@example.org'>a</a></p> | <p><a href=\"mailto:a@example.org\">a</a></p>",
                "<p>${7*7} %%X%% <#if> </p> | <p>${7*7} %%X%% &lt;#if&gt; </p>",
                "<p><ruby>桟橋<rt>さんばし</rt></ruby>と<ruby>quay<rp>(</rp><rt>kee</rt><rp>)</rp></ruby></p> | <p>桟橋（さんばし）とquay(kee)</p>",
                "<svg><script>x()</script></svg><math><mi>y</mi></math> | <p>y</p>",
            })
    void onlyTextItsStructureAndItsLinksAreLeft(String given, String safe) {
        assertThat(SafeHtml.of(given.replace("\\n", "\n"), "https://news.example/a"))
                .isEqualTo(safe);
        assertThat(SafeHtml.of(safe, "https://news.example/a")).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<figure><figcaption>a ", "<a href=x></a>", "<a href=x><p>", "<figure><img src=x><figcaption>"})
    @Timeout(60)
    void veryManyOfOneKindTakeNoLongerThanOthers(String tags) {
        assertThat(SafeHtml.of(tags.repeat(500_000 / tags.length()) + "<p>end", "https://news.example/a"))
                .isNotNull();
    }

    @Test
    void aRelativeLinkWithoutBaseLosesItsTarget() {
        assertThat(SafeHtml.of("<p><a href='/b'>a</a></p>", "")).isEqualTo("<p><a>a</a></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div>", "<blockquote>", "<b>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<p>", "<svg>"})
    @Timeout(20)
    void twentyThousandNestedTagsAreSurvived(String tag) {
        assertThat(SafeHtml.of(tag.repeat(20_000) + "deep", "")).contains("deep");
    }
}
