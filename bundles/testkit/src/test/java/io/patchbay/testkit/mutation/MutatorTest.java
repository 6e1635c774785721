package io.patchbay.testkit.mutation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.CabinetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutatorTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> parts(String text) {
        return Parts.of(text).stream()
                .map(part -> text.substring(part.from(), part.to()))
                .toList();
    }

    @Test
    void findsFieldsAndValues() {
        assertEquals(
                List.of("\"a\"", "1", "\"a\":1", "\"b\"", "\"x\\\"\"", "[\"x\\\"\"]", "{\"a\":1,\"b\":[\"x\\\"\"]}"),
                parts("{\"a\":1,\"b\":[\"x\\\"\"]}"));
    }

    @Test
    void findsElementsAttributesAndTexts() {
        assertEquals(
                List.of("<a b=\"c\">", "c", "text", "<br/>", "</a>", "<a b=\"c\">text<br/></a>"),
                parts("<a b=\"c\">text<br/></a>"));
    }

    @Test
    void findsLinesAndWords() {
        assertEquals(List.of("one", "two", "one two\n", "three"), parts("one two\nthree"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "<a>x</a>", "one two\n", "{\"a", "<a", "", "\0"})
    void makesTheSameMutantsOfTheSameSeed(String document) {
        Mutator one = new Mutator(7);
        Mutator other = new Mutator(7);
        for (int i = 0; i < 500; i++) {
            assertArrayEquals(one.mutate(bytes(document)), other.mutate(bytes(document)));
        }
    }

    @Test
    void makesManyMutants() {
        Mutator mutator = new Mutator(1);
        byte[] document =
                bytes("{\"version\":\"1.0\",\"files\":[{\"url\":\"https://vendor.example/a\"},{\"size\":7}]}");
        Set<String> mutants = new HashSet<>();
        IntStream.range(0, 1_000)
                .forEach(i -> mutants.add(new String(mutator.mutate(document), StandardCharsets.ISO_8859_1)));
        assertTrue(mutants.size() > 800, "only " + mutants.size());
    }

    @Test
    void damagesAMemberOfACabinetThatStaysWhole() throws IOException {
        CabinetWriter writer = CabinetWriter.mszip();
        LocalDateTime day = LocalDateTime.of(2026, 1, 1, 0, 0);
        writer.add("a.xml", day, new ByteArrayInputStream(bytes("<a>x</a>")));
        writer.add("b.xml", day, new ByteArrayInputStream(bytes("<b>x</b>")));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        writer.writeTo(packed);
        byte[] mutant = Cabinets.withMember(packed.toByteArray(), new SplittableRandom(1), content -> bytes("mutant"));
        try (CabinetReader reader = new CabinetReader(new ByteArrayInputStream(mutant), CabinetLimits.DEFAULT)) {
            Set<String> contents = new HashSet<>();
            while (reader.next() != null) {
                contents.add(new String(reader.content().readAllBytes(), StandardCharsets.UTF_8));
            }
            assertEquals(2, contents.size());
            assertTrue(contents.contains("mutant"), contents.toString());
        }
    }
}
