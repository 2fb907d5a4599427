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
    void spaceBetweenRulesOfStyleGoes() {
        assertThat(HtmlSpace.strip(
                        "<style>@media (max-width:9px) {\n  .a > b { color:#16181d !important; }\n}\n</style>"
                                + "<p>{ a; b }</p>"))
                .isEqualTo("<style>@media (max-width:9px){.a > b{color:#16181d !important;}}</style><p>{ a; b }</p>");
    }

    @Test
    void spaceBetweenWordsStays() {
        assertThat(HtmlSpace.strip("<p>\n  <a>one</a>\n  <b>two</b> <i>three</i> four\n  five</p>"))
                .isEqualTo("<p><a>one</a> <b>two</b> <i>three</i> four\nfive</p>");
    }
}
