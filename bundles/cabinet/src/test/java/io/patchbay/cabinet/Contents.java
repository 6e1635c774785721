package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Members to pack and compare. */
final class Contents {
    private static final LocalDateTime MODIFIED = LocalDateTime.of(2025, 2, 8, 13, 14, 16);

    private Contents() {}

    /** Empty, tiny, at and around the block size, several blocks long; text, runs and noise. */
    static Map<String, byte[]> varied() {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("empty", new byte[0]);
        members.put("one", new byte[] {42});
        members.put("c/123456", text(random, 5_000));
        for (int size : new int[] {32_767, 32_768, 32_769}) {
            members.put("text-" + size, text(random, size));
        }
        members.put("empty-again", new byte[0]);
        members.put("noise", noise(random, 100_000));
        members.put("run", new byte[70_000]);
        members.put("long", text(random, 900_000));
        return members;
    }

    /** Few and short members, two blocks together. */
    static Map<String, byte[]> small() {
        SplittableRandom random = new SplittableRandom(2);
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("text", text(random, 20_000));
        members.put("empty", new byte[0]);
        members.put("noise", noise(random, 1_000));
        members.put("more", text(random, 20_000));
        return members;
    }

    static byte[] text(SplittableRandom random, int size) {
        String[] words = {"<Update ", "RevisionId=\"", "\" />", "<Prerequisites>", "Windows ", "10 ", "\r\n"};
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(1 << random.nextInt(1, 24)));
        }
        return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] noise(SplittableRandom random, int size) {
        byte[] noise = new byte[size];
        random.nextBytes(noise);
        return noise;
    }

    /** Packs the varied members with a writer. */
    static byte[] pack(CabinetWriter writer) throws IOException {
        return pack(writer, varied());
    }

    static byte[] pack(CabinetWriter writer, Map<String, byte[]> members) throws IOException {
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            writer.add(member.getKey(), MODIFIED, new ByteArrayInputStream(member.getValue()));
        }
        return bytes(writer);
    }

    static byte[] bytes(CabinetWriter writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeTo(out);
        return out.toByteArray();
    }

    static CabinetReader open(byte[] cabinet) throws IOException {
        return new CabinetReader("test.cab", new ByteArrayInputStream(cabinet), CabinetLimits.DEFAULT);
    }

    static Map<String, byte[]> read(byte[] cabinet) throws IOException {
        return read(new ByteArrayInputStream(cabinet));
    }

    static Map<String, byte[]> read(InputStream in) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (CabinetReader reader = new CabinetReader("test.cab", in, CabinetLimits.DEFAULT)) {
            for (Member member = reader.next(); member != null; member = reader.next()) {
                members.put(member.name(), reader.content().readAllBytes());
            }
        }
        return members;
    }

    static void assertEqual(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertEquals(List.copyOf(expected.keySet()), new ArrayList<>(actual.keySet()));
        expected.forEach((name, content) -> assertArrayEquals(content, actual.get(name), name));
    }
}
