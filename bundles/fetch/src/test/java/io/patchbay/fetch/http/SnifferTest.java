package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.Feed.Format;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SnifferTest {
    private static final String PAGE = "\uFEFF <!DOCTYPE html><html><body>Sign in</body></html>";

    @ParameterizedTest
    @CsvSource({
        "HTML, <!DOCTYPE html><p>",
        "HTML, '\uFEFF\n<!-- a --><html>'",
        "JSON, '{}'",
        "JSON, ' [1]'",
        "XML, <?xml version='1.0'?><a/>",
        "XML, <updates/>",
        "TEXT, 0.83",
        "YAML, ## mfsa2024-01.yml",
        "CABINET, MSCF and so on",
        "BINARY, anything",
        "BINARY, <xml/>",
    })
    void acceptsWhatIsDeclared(Format format, String document) {
        assertDoesNotThrow(() -> check(format, document.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HTML")
    void refusesAPageInPlaceOfAnythingElse(Format format) {
        FetchFailure failure =
                assertThrows(FetchFailure.class, () -> check(format, PAGE.getBytes(StandardCharsets.UTF_8)));
        assertTrue(failure.getMessage().contains("but an HTML page"), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"HTML, '{}'", "JSON, plain", "XML, '{}'", "CABINET, MZ", "TEXT, <a/>"})
    void refusesOtherKinds(Format format, String document) {
        assertThrows(FetchFailure.class, () -> check(format, document.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEmptyDocument(Format format) {
        assertThrows(FetchFailure.class, () -> check(format, new byte[0]));
    }

    @Test
    void readsUtf16() {
        assertDoesNotThrow(() -> check(Format.XML, "\uFEFF<a/>".getBytes(StandardCharsets.UTF_16LE)));
        assertThrows(FetchFailure.class, () -> check(Format.JSON, PAGE.getBytes(StandardCharsets.UTF_16LE)));
    }

    private static void check(Format format, byte[] document) throws Exception {
        Sniffer.check(new ByteArrayInputStream(document), format);
    }
}
