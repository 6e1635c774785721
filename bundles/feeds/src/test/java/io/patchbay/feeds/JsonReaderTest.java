package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static JsonReader open(String json) throws IOException, FeedException {
        return open(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonReader open(byte[] json) throws IOException, FeedException {
        Documents documents = Documents.of(json);
        return Json.open(documents, documents.documents().get(0));
    }

    /** The texts of all fields, those of objects inside in braces; arrays and other values are stepped over. */
    private static String outline(JsonReader json, int object) throws IOException, FeedException {
        StringBuilder outline = new StringBuilder();
        while (json.next(object)) {
            outline.append(json.name()).append('=');
            outline.append(json.name().startsWith("o") ? '{' + outline(json, json.object()) + '}' : json.text());
            outline.append(' ');
        }
        return outline.toString();
    }

    private static String outline(String text) throws IOException, FeedException {
        try (JsonReader json = open(text)) {
            String outline = outline(json, json.object());
            json.end();
            return outline;
        }
    }

    @Test
    void walksObjectsInside() throws Exception {
        assertEquals(
                "a=1.50 o={b=x c= } d=y ", outline("\ufeff{\"a\":1.50, \"o\":{\"b\":\"x\",\"c\":null}, \"d\":\"y\"}"));
    }

    @Test
    void stepsOverWhatIsLeftUnread() throws Exception {
        try (JsonReader json = open("{\"a\":[{\"b\":[1,{}]},2],\"c\":{\"a\":3},\"d\":4}")) {
            int fields = json.object();
            assertTrue(json.next(fields));
            int elements = json.array();
            assertTrue(json.next(elements));
            assertTrue(json.next(json.object()));
            assertEquals("b", json.name());
            assertTrue(json.next(fields));
            assertEquals("c", json.name());
            assertTrue(json.next(fields));
            assertEquals("4", json.text());
            assertFalse(json.next(fields));
            json.end();
        }
    }

    @Test
    void walksArrays() throws Exception {
        try (JsonReader json = open("[[1,2],[],3]")) {
            int outer = json.array();
            assertTrue(json.next(outer));
            int inner = json.array();
            assertTrue(json.next(inner));
            assertTrue(json.next(inner));
            assertEquals("2", json.text());
            assertFalse(json.next(inner));
            assertTrue(json.next(outer));
            assertFalse(json.next(json.array()));
            assertTrue(json.next(outer));
            assertEquals("3", json.text());
            assertEquals("", json.name());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"o\":[]}|/o: expected an object, found an array",
                "{\"o\":null}|/o: expected an object, found null",
                "{\"o\":true}|/o: expected an object, found \"true\"",
                "{\"o\":{\"a\":{}}}|/o/a: expected text, found an object"
            })
    void saysWhereSomethingElseIs(String json, String message) {
        FeedException e = assertThrows(FeedException.class, () -> outline(json));
        assertEquals(Documents.DOCUMENT.name() + " at " + message, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{} {}",
                "{\"a\":1",
                "{\"a\":\"x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1}}",
                "<html>",
                "{\"a\":nul}",
                "{\"a\":\"\u0001\"}"
            })
    void refusesWhatIsNotJson(String json) {
        assertThrows(FeedException.class, () -> outline(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}|/a",
                "{\"a\":[{\"b\":1},{\"c\":{},\"b\":2,\"b\":3}]}|/a/1/b",
                "{\"o\":{\"b\":1},\"b\":[[]],\"o\":2}|/o",
                "{\"a\":1,\"\\u0061\":2}|/a"
            })
    void refusesANameThatStandsTwiceInAnObject(String json, String place) {
        FeedException e = assertThrows(FeedException.class, () -> {
            try (JsonReader reader = open(json)) {
                enter(reader);
            }
        });
        assertEquals(Documents.DOCUMENT.name() + " at " + place + ": expected each name once", e.getMessage());
    }

    /** Reads everything. */
    private static void enter(JsonReader json) throws IOException, FeedException {
        if (json.isObject() || json.isArray()) {
            int container = json.isObject() ? json.object() : json.array();
            while (json.next(container)) {
                enter(json);
            }
        }
    }

    @Test
    void doesNotLookAtNamesInWhatItStepsOver() throws Exception {
        try (JsonReader json = open("{\"a\":[{\"b\":1,\"b\":2}],\"d\":4}")) {
            int fields = json.object();
            assertTrue(json.next(fields));
            assertTrue(json.next(fields));
            assertEquals("4", json.text());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|[]", "null|[]", "[1]|[1]", "[\"x\",2,true]|[x, 2, true]"})
    void readsTheElementsOfAList(String list, String texts) throws Exception {
        try (JsonReader json = open(list)) {
            assertEquals(texts, json.list(json::text).toString());
            json.end();
        }
    }

    @Test
    void aListIsAnArrayOrNull() throws Exception {
        try (JsonReader json = open("{}")) {
            assertThrows(FeedException.class, () -> json.list(json::text));
        }
    }

    @Test
    void namesTheObjectThatLacksAField() throws Exception {
        try (JsonReader json = open("{\"a\":[{},{\"b\":1}]}")) {
            assertTrue(json.next(json.object()));
            assertTrue(json.next(json.array()));
            assertFalse(json.next(json.object()));
            FeedException e = assertThrows(FeedException.class, () -> json.require(null, "b"));
            assertEquals(Documents.DOCUMENT.name() + " at /a/0: expected a field \"b\"", e.getMessage());
            assertEquals("x", json.require("x", "b"));
        }
    }

    @Test
    void takesTheSameNameInSeveralObjects() throws Exception {
        assertEquals("a=1 o={a=2 o={a=3 } } b=4 ", outline("{\"a\":1,\"o\":{\"a\":2,\"o\":{\"a\":3}},\"b\":4}"));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = "{\"a\":\"\u00e9x\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(FeedException.class, () -> {
            try (JsonReader json = open(bytes)) {
                outline(json, json.object());
            }
        });
    }

    @Test
    void refusesDepthWithoutEnd() {
        assertThrows(FeedException.class, () -> outline("{\"o\":".repeat(1000)));
    }
}
