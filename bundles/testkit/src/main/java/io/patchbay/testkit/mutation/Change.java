package io.patchbay.testkit.mutation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One way to damage a document. */
enum Change {
    LEAVE_OUT((document, parts, random) -> any(parts, random).replaced(document, new byte[0])),

    DOUBLE((document, parts, random) -> {
        Part part = any(parts, random);
        return part.replaced(document, repeated(part.in(document), 2));
    }),

    REPEAT((document, parts, random) -> {
        Part part = any(parts, random);
        int most = (1 << 20) / (part.to() - part.from() + 1);
        return part.replaced(document, repeated(part.in(document), Math.min(1 + random.nextInt(2_000), most + 1)));
    }),

    /** Puts one part in place of another. */
    COPY((document, parts, random) ->
            any(parts, random).replaced(document, any(parts, random).in(document))),

    SWAP((document, parts, random) -> {
        Part one = any(parts, random);
        Part other = any(parts, random);
        Part first = one.from() <= other.from() ? one : other;
        Part last = one.from() <= other.from() ? other : one;
        return first.to() > last.from()
                ? first.replaced(document, last.in(document))
                : first.replaced(last.replaced(document, first.in(document)), last.in(document));
    }),

    REPLACE((document, parts, random) -> {
        byte[] value = Unexpected.any(random).getBytes(StandardCharsets.UTF_8);
        return any(parts, random).replaced(document, value);
    }),

    /** Replaces what is between the quotation marks of a text, or a part that has none, so that the document stays well-formed. */
    REPLACE_INSIDE((document, parts, random) -> {
        Part part = any(parts, random);
        boolean quoted = document.length > part.from() && document[part.from()] == '"' && part.to() - part.from() > 1;
        Part inside = quoted ? new Part(part.from() + 1, part.to() - 1) : part;
        return inside.replaced(document, Unexpected.any(random).getBytes(StandardCharsets.UTF_8));
    }),

    FLIP((document, parts, random) -> {
        byte[] mutant = document.clone();
        for (int i = random.nextInt(8); i >= 0 && mutant.length > 0; i--) {
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return mutant;
    }),

    INSERT((document, parts, random) -> {
        byte[] garbage = new byte[1 + random.nextInt(16)];
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = (byte) random.nextInt(256);
        }
        int at = random.nextInt(document.length + 1);
        return new Part(at, at).replaced(document, garbage);
    }),

    CUT((document, parts, random) -> Arrays.copyOf(document, random.nextInt(document.length + 1))),

    ENCODE((document, parts, random) -> {
        Charset[] others = {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1};
        return new String(document, StandardCharsets.UTF_8).getBytes(others[random.nextInt(others.length)]);
    });

    @SuppressWarnings("ImmutableEnumChecker") // the ways are lambdas that capture nothing
    private final Way way;

    Change(Way way) {
        this.way = way;
    }

    /**
     * Another document.
     *
     * @param parts of the document; at least one
     */
    byte[] apply(byte[] document, List<Part> parts, SplittableRandom random) {
        return way.apply(document, parts, random);
    }

    private static Part any(List<Part> parts, SplittableRandom random) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    /** What it does. */
    @FunctionalInterface
    private interface Way {
        byte[] apply(byte[] document, List<Part> parts, SplittableRandom random);
    }
}
