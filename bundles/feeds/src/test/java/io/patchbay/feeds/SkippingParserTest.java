package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkippingParserTest {
    private static final JsonFactory LIBRARY = new JsonFactory();

    private static final JsonFactory OURS = new SkippingParser.Factory(new JsonFactoryBuilder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build()));

    /** Some are shorter than what is looked at together, some longer than what is read in one go. */
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "seven..",
            "eight...",
            "}],{[:",
            "a quote \\\" and a backslash \\\\",
            "\\\\\\\"",
            "\\u00e9\\n",
            "\u00e9\u20ac\ud83d\ude00",
            "behind eight \u20ac",
            "x".repeat(8_000),
            "\u20ac".repeat(8_000));

    /** Writes a value, and what may stand around it. */
    private static void write(StringBuilder json, Random random, int depth) {
        int kind = random.nextInt(depth > 6 ? 3 : 6);
        switch (kind) {
            case 0 -> json.append(List.of("true", "false", "null").get(random.nextInt(3)));
            case 1 -> json.append(List.of("0", "-1.5E+3", "12345678901").get(random.nextInt(3)));
            case 2 -> text(json, random);
            default -> container(json, random, depth, kind == 3);
        }
    }

    private static void container(StringBuilder json, Random random, int depth, boolean array) {
        json.append(array ? '[' : '{');
        space(json, random);
        int values = random.nextInt(5);
        for (int i = 0; i < values; i++) {
            json.append(i == 0 ? "" : ",");
            space(json, random);
            if (!array) {
                text(json, random);
                json.append(':');
                space(json, random);
            }
            write(json, random, depth + 1);
            space(json, random);
        }
        json.append(array ? ']' : '}');
    }

    private static void text(StringBuilder json, Random random) {
        json.append('"').append(TEXTS.get(random.nextInt(TEXTS.size()))).append('"');
    }

    private static void space(StringBuilder json, Random random) {
        json.append(List.of("", "", " ", "\n    ", "\r\n\t").get(random.nextInt(5)));
    }

    /** What is left behind the container that begins as the token of this number, and where. */
    private static List<String> behind(JsonFactory factory, byte[] json, int container) throws IOException {
        List<String> behind = new ArrayList<>();
        try (JsonParser parser = factory.createParser(new ByteArrayInputStream(json))) {
            int token = 0;
            while (parser.nextToken() != null) {
                if (token++ == container) {
                    parser.skipChildren();
                }
                if (token > container) {
                    behind.add(parser.currentToken() + " " + parser.getText() + parser.currentLocation()
                            + parser.getParsingContext().pathAsPointer());
                }
            }
        }
        return behind;
    }

    @Test
    void endsWhereTheLibraryEnds() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder json = new StringBuilder();
            container(json, random, 0, random.nextBoolean());
            byte[] bytes = json.toString().getBytes(UTF_8);
            for (int container = 0; container < 5; container++) {
                assertEquals(behind(LIBRARY, bytes, container), behind(OURS, bytes, container), "seed " + seed);
            }
        }
    }

    private static JsonToken end(String json) throws IOException {
        try (JsonParser parser = OURS.createParser(new ByteArrayInputStream(json.getBytes(UTF_8)))) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[[]",
                "{\"a\":[1}",
                "[{]}",
                "[\"",
                "[\"\\\"]",
                "[\"\\x\"]",
                "[\"a line\nbreak\"]",
                "['a']",
                "[<html>]",
                "[// ]\n]",
                "[\u00a0]"
            })
    void refusesWhatHasNoEnd(String json) {
        assertThrows(JsonProcessingException.class, () -> end(json));
    }

    @Test
    void goesNoDeeperThanElsewhere() throws Exception {
        assertEquals(JsonToken.END_ARRAY, end("[".repeat(100) + "]".repeat(100)));
        assertThrows(StreamConstraintsException.class, () -> end("[".repeat(101) + "]".repeat(101)));
    }

    @Test
    void leavesAValueThatIsNoContainer() throws Exception {
        assertEquals(JsonToken.VALUE_STRING, end("\"a\""));
    }
}
