package io.patchbay.feeds;

import static io.patchbay.feeds.Documents.DOCUMENT;
import static io.patchbay.feeds.Documents.FEED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    /** Valid by the grammar, but two readers may read two things out of them. */
    private static final Set<String> REPEATED_NAMES =
            Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    private static Value read(String text) throws IOException, FeedException {
        return Json.read(Documents.of(text), DOCUMENT);
    }

    private static String failure(String text, String... path) {
        return assertThrows(FeedException.class, () -> {
                    Value value = read(text);
                    for (String field : path) {
                        value = value.get(field);
                    }
                    value.text();
                })
                .getMessage();
    }

    @Test
    void passesOverWhatIsNotWanted() throws Exception {
        String text = "{\"a\":{\"b\":1,\"c\":{\"a\":2}},\"c\":[{\"a\":3}],\"d\":[{\"b\":4,\"a\":[5]}]}";
        Value value = Json.read(Documents.of(text), DOCUMENT.name(), Set.of("a", "b", "d"));
        assertEquals(List.of("a", "d"), List.copyOf(value.fields().keySet()));
        assertEquals(List.of("b"), List.copyOf(value.get("a").fields().keySet()));
        assertEquals(
                "/d/0/a/0",
                value.get("d").items().get(0).get("a").items().get(0).pointer());
    }

    @Test
    void saysWhatThereShouldBeSomeOf() throws Exception {
        assertEquals(1, read("{\"a\":[1]}").get("a").items("releases").size());
        Value none = read("{\"a\":[]}").get("a");
        FeedException refused = assertThrows(FeedException.class, () -> none.items("releases"));
        assertEquals("feed at /a: expected releases, found none", refused.getMessage());
    }

    @Test
    void refusesAsMuchWhereLittleIsWanted() {
        for (String text :
                List.of("<!doctype html><html>", "{\"a\":1,\"a\":2}", "{\"c\":[1}", "{}{}", "{\"c\":\"", " ")) {
            assertThrows(FeedException.class, () -> Json.read(Documents.of(text), DOCUMENT.name(), Set.of("a")), text);
        }
    }

    @Test
    void readsUtf8AndNothingElse() throws Exception {
        assertEquals("\u20ac", read("\ufeff\"\u20ac\"").text());
        for (Charset other : List.of(ISO_8859_1, UTF_16)) {
            assertEquals("feed: expected UTF-8", refused("{\"a\":\"\u00e9\"}".getBytes(other)));
        }
        for (Charset other : List.of(UTF_16LE, UTF_16BE)) {
            assertEquals("feed: expected text, found binary data", refused("{\"a\":1}".getBytes(other)));
        }
    }

    private static String refused(byte[] bytes) {
        return assertThrows(FeedException.class, () -> Json.read(Documents.of(bytes), DOCUMENT))
                .getMessage();
    }

    @Test
    void keepsFieldsInOrder() throws Exception {
        Value value = read("{\"b\":1,\"a\":[true,null,\"x\"],\"c\":{}}");
        assertEquals(List.of("b", "a", "c"), List.copyOf(value.fields().keySet()));
        assertEquals(1, value.get("b").number());
        assertTrue(value.get("a").items().get(0).truth());
        assertTrue(value.get("a").items().get(1).isNull());
        assertEquals("/a/2", value.get("a").items().get(2).pointer());
    }

    @Test
    void takesNullForAbsentWhereAFieldIsOptional() throws Exception {
        Value value = read("{\"a\":null,\"b\":\"x\"}");
        assertEquals(Optional.empty(), value.optionalText("a"));
        assertEquals(Optional.empty(), value.optionalText("z"));
        assertEquals(Optional.of("x"), value.optionalText("b"));
    }

    @Test
    void namesDocumentAndPlace() {
        assertEquals("feed at /x~1y/z: expected text, found an object", failure("{\"x/y\":{\"z\":{}}}", "x/y", "z"));
        assertEquals("feed at /x: expected a field \"y\"", failure("{\"x\":{}}", "x", "y"));
        assertEquals("feed at /x: expected text, found \"7\"", failure("{\"x\":7}", "x"));
        assertEquals("feed at /x/1/y: expected each name once", failure("{\"x\":[0,{\"y\":1,\"y\":2}]}"));
        assertTrue(failure("{\n  \"x\": tru\n}").startsWith("feed at line 2, column "));
    }

    @Test
    void readsNumbersAsTheyAreSpelled() throws Exception {
        assertEquals(9007199254740993L, read("9007199254740993").number());
        assertEquals(9.8, read("9.8").decimal());
        assertThrows(FeedException.class, () -> read("9.8").number());
        assertThrows(FeedException.class, () -> read("1e3").number());
        assertThrows(FeedException.class, () -> read("99999999999999999999").number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}{}", "{} x", "{\"a\":1,\"a\":2}", "NaN", "01", "[1,]", "// x\n1", "\"\u0000\""})
    void refusesWhatIsNoSingleJsonValue(String text) {
        assertThrows(FeedException.class, () -> read(text));
    }

    @Test
    void refusesDepthAndLongNumbers() {
        assertThrows(FeedException.class, () -> read("[".repeat(200_000)));
        assertThrows(FeedException.class, () -> read("9".repeat(101)));
        assertThrows(FeedException.class, () -> read("1e999"));
    }

    @Test
    void refusesMoreTokensThanMemoryIsFor() {
        String text = "[" + "0,".repeat(1 << 20) + "0]";
        assertTrue(failure(text).contains("oken"), failure(text));
    }

    /** Spelled out, the places of these values would take eleven gigabytes. */
    @Test
    void keepsNoPlaceThatNobodyAsksFor() throws Exception {
        String name = "n".repeat(1_000);
        int levels = 90;
        String items = "0" + ",0".repeat(120_000);
        Value value = read(("{\"" + name + "\":").repeat(levels) + "[" + items + "]" + "}".repeat(levels));
        for (int i = 0; i < levels; i++) {
            value = value.get(name);
        }
        assertEquals(
                levels * 1_001 + "/120000".length(),
                value.items().get(120_000).pointer().length());
    }

    @Test
    void refusesNamesOfEndlessLength() {
        assertThrows(FeedException.class, () -> read("{\"" + "n".repeat(2_000) + "\":1}"));
    }

    @Test
    void saysThatAPageOfHtmlCame() {
        assertEquals(
                "feed: expected a document without markup, found a page of HTML",
                failure("\ufeff \n<!DOCTYPE html><title>Sign in</title>"));
    }

    @Test
    void keepsTheLimitOfTheFeed() throws Exception {
        assertEquals(
                "1234",
                Json.read(Documents.of("\"1234\""), FEED.withSizeLimit(6)).text());
        assertThrows(FeedException.class, () -> Json.read(Documents.of("\"1234\""), FEED.withSizeLimit(5)));
    }

    @ParameterizedTest
    @CsvSource({"y,true", "n,false"})
    void agreesWithTheTestSuite(String group, boolean valid) throws IOException {
        for (Path file : SharedFiles.in("bad-input/json/JSONTestSuite-" + group)) {
            boolean accepted = accepts(file);
            boolean expected =
                    valid && !REPEATED_NAMES.contains(file.getFileName().toString());
            assertEquals(expected, accepted, file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSONTestSuite-i", "JSONTestSuite-transform", "go-fuzz"})
    void readsOrRefusesWhateverComes(String folder) throws IOException {
        for (Path file : SharedFiles.in("bad-input/json/" + folder)) {
            accepts(file);
        }
    }

    private static boolean accepts(Path file) {
        try {
            Json.read(SharedFiles.snapshot(file), DOCUMENT);
            return true;
        } catch (FeedException e) {
            return false;
        } catch (IOException e) {
            return fail(file.toString(), e);
        }
    }
}
