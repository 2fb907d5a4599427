package com.newgroktimes.digest.subscribers;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.newgroktimes.digest.rendering.RenderedMail;
import com.newgroktimes.digest.testing.Golden;

class GoldenLettersTest {

    static List<SpecimenLetter> letters() {
        return SpecimenLetter.all();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void theLetterIsAsItWasAgreedTo(SpecimenLetter letter) throws IOException {
        RenderedMail mail = letter.rendered();

        Golden.compare("letters/" + letter, mail.subject(), mail.text(), mail.html());
    }
}
