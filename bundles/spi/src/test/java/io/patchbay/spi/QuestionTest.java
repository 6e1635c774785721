package io.patchbay.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private static Question with(Map<String, String> headers) {
        return Question.of(URI.create("/service"), "text/xml", headers, "<q/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Authorization", "User-Agent"})
    void leavesTheEnginesHeadersToTheEngine(String header) {
        assertThrows(IllegalArgumentException.class, () -> with(Map.of(header, "x")));
    }

    @Test
    void keepsItsHeaders() {
        Map<String, String> headers = new HashMap<>(Map.of("SOAPAction", "urn:a"));
        Question question = with(headers);
        headers.clear();
        assertEquals(Map.of("SOAPAction", "urn:a"), question.headers());
        assertThrows(
                UnsupportedOperationException.class, () -> question.headers().clear());
    }
}
