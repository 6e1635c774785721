package io.patchbay.feeds.microsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private static XmlReader element(String value) throws IOException, FeedException {
        byte[] bytes = ("<a value=\"" + value + "\"/>").getBytes(StandardCharsets.UTF_8);
        XmlReader xml = Xml.open(new ByteArrayInputStream(bytes), "a.xml", XmlLimits.DEFAULT);
        xml.nextChild(0);
        return xml;
    }

    private static LocalDate date(String value) throws IOException, FeedException {
        return Attributes.date(element(value), "value");
    }

    @Test
    void timesComeInManyForms() throws Exception {
        LocalDate day = LocalDate.of(2022, 8, 9);
        for (String time : List.of(
                "2022-08-09T17:00:00Z",
                "2022-08-09T17:00:00.123Z",
                "2022-08-09T17:00:00",
                "2022-08-10T01:00:00+02:00")) {
            assertEquals(day, date(time), time);
        }
        assertEquals(LocalDate.of(2024, 2, 29), date("2024-02-29T23:59:59Z"));
        assertEquals(LocalDate.of(2023, 12, 31), date("2023-12-31T00:00:00Z"));
        assertThrows(FeedException.class, () -> date("2023-04-31T00:00:00Z"));
    }

    @Test
    void whatIsNoTimeIsRefused() {
        for (String time : List.of(
                "",
                "2022-08-09",
                "2022-13-09T17:00:00Z",
                "2023-02-29T17:00:00Z",
                "2022-08-09T25:00:00Z",
                "2022-08-00T17:00:00Z",
                "2022-08-09T17:60:00Z",
                "+022-08-09T17:00:00Z")) {
            assertThrows(FeedException.class, () -> date(time), time);
        }
    }

    @Test
    void numbersHaveAtMostNineDigits() throws Exception {
        assertEquals(999_999_999, Attributes.number(element("999999999"), "value"));
        assertEquals(7, Attributes.number(element("007"), "value"));
        for (String number : List.of("", "-1", "+1", "1e3", "1000000000", "\u0661")) {
            assertThrows(FeedException.class, () -> Attributes.number(element(number), "value"), number);
        }
    }

    @Test
    void idsComeInAnyCaseWithBracesOrWithout() throws Exception {
        UpdateId id = UpdateId.parse("0fa1201d-4330-4fa8-8ae9-b877473b6441");
        for (String form : List.of(
                "0fa1201d-4330-4fa8-8ae9-b877473b6441",
                "0FA1201D-4330-4FA8-8AE9-B877473B6441",
                " 0fa1201d-4330-4fa8-8ae9-b877473b6441 ",
                "{0fa1201d-4330-4fa8-8ae9-b877473b6441}")) {
            assertEquals(id, Attributes.id(element(form), "value"), form);
            assertEquals(7, Attributes.id(element(form), "value", (high, low) -> {
                assertEquals(id.value(), new UUID(high, low), form);
                return 7;
            }));
        }
        String ones = "ffffffff-ffff-ffff-ffff-ffffffffffff";
        assertEquals(UpdateId.parse(ones), Attributes.id(element(ones), "value"));
    }

    @Test
    void whatIsNoIdIsRefused() {
        for (String id : List.of(
                "",
                "0fa1201d-4330-4fa8-8ae9-b877473b644",
                "0fa1201d-4330-4fa8-8ae9-b877473b64411",
                "0fa1201d-4330-4fa8-8ae9-b877473b644g",
                "gfa1201d-4330-4fa8-8ae9-b877473b6441",
                "0fa1201d-4330-4fa8-8ae90b877473b6441",
                "0fa1201d-4330-4fa8a8ae9-b877473b6441",
                "0fa1201d04330-4fa8-8ae9-b877473b6441")) {
            assertThrows(FeedException.class, () -> Attributes.id(element(id), "value"), id);
            assertThrows(FeedException.class, () -> Attributes.id(element(id), "value", (high, low) -> 0), id);
        }
    }
}
