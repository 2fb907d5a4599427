package com.newgroktimes.digest.stories.printed;

import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Recognising one sample is not reading: two hundred articles, each made up, printed and read back field by field. */
class UnseenArticlesTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anArticleIsReadBackAsItWasPrinted(long seed) {
        MadeUp madeUp = new MadeUp(seed);
        PrintedArticle article = new MadeUpArticle(madeUp).make();
        String page = new ArticlePress(madeUp).print(article);

        assertThat(PrintedArticle.read(page, ArticlePress.MASTHEAD)).as(page).isEqualTo(article);
    }
}
