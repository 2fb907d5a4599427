package com.newgroktimes.digest.rendering;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One.</p><p>Two.</p> | One.\\nTwo.",
                "<h2>Head</h2><ul><li>a</li><li>b</li></ul> | Head\\na\\nb",
                "one<br>two<br/><br>three | one\\ntwo\\nthree",
                "<p>a <em>b</em>c</p> | a bc",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b\\nc",
                "&lt;b&gt; &amp;amp; &eacute;&nbsp;&#8212;x | <b> &amp; é —x",
                "Hy&shy;phen&#8203;ated | Hyphenated",
                "<p>a</p><script>b</script><style>c</style><noscript>d</noscript> | a",
                "<q>so</q> it is | “so” it is",
                "  a \\n  b\\t c  | a b c",
                "<div><div>a</div></div><div>b</div> | a\\nb",
                "5 < 6 and 7 > 2 | 5 < 6 and 7 > 2",
            })
    void itReadsAsItIsSaid(String html, String text) {
        assertThat(HtmlText.lines(html.replace("\\n", "\n").replace("\\t", "\t")))
                .isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void aLineIsOneLine() {
        assertThat(HtmlText.line("<p>a</p><p>b<br>c</p>")).isEqualTo("a b c");
    }
}
