package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void printsNothingBesideTheValue() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "\"ü\u0001");
        fields.put("size", 14_800_000_000L);
        fields.put("score", 9.8);
        fields.put("eula", null);
        fields.put("files", List.of());
        Json.print(out, Arrays.asList(fields, true));
        assertEquals(
                "[ {\n  \"title\" : \"\\\"ü\\u0001\",\n  \"size\" : 14800000000,\n  \"score\" : 9.8,\n"
                        + "  \"eula\" : null,\n  \"files\" : [ ]\n}, true ]\n",
                printed());
    }

    @Test
    void closesAnArrayThatNothingWasWrittenTo() throws IOException {
        Json.array(out).close();
        assertEquals("[ ]\n", printed());
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
