package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InternetTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-14T00:34:53Z",
                "2024-02-29T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "2026-07-14T00:34:53.25Z",
                "2026-07-14T00:34:53+02:00",
                "2026-07-14T00:34Z"
            })
    void readsWhatAFormatterReads(String text) {
        assertEquals(OffsetDateTime.parse(text).toInstant(), InternetTime.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-07-14",
                "2026-07-14T00:34:53",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-07-14T24:00:00Z",
                "2026-07-14T23:59:60Z",
                "2026-07-14 00:34:53Z",
                "2026-07-1٤T00:34:53Z"
            })
    void refusesWhatAFormatterRefuses(String text) {
        assertThrows(DateTimeException.class, () -> OffsetDateTime.parse(text));
        assertThrows(DateTimeException.class, () -> InternetTime.read(text));
    }
}
