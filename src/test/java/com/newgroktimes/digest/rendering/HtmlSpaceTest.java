package com.newgroktimes.digest.rendering;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlSpaceTest {

    @Test
    void spaceBetweenBlocksGoes() {
        assertThat(HtmlSpace.strip("<table>\n  <tr>\n <td  class=\"a\">x</td> </tr>\n</table>\n"))
                .isEqualTo("<table><tr><td class=\"a\">x</td></tr></table>");
    }

    @Test
    void spaceBetweenWordsStays() {
        assertThat(HtmlSpace.strip("<p>\n  <a>one</a>\n  <b>two</b> <i>three</i> four\n  five</p>"))
                .isEqualTo("<p><a>one</a> <b>two</b> <i>three</i> four\nfive</p>");
    }
}
