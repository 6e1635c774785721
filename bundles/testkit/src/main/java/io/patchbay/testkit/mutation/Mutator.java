package io.patchbay.testkit.mutation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damages documents, each time in another way: parts of their structure are left out, doubled, swapped, repeated or replaced by values that nobody expects;
 * bytes are flipped, lost or put in; the whole is cut short or written in another encoding. A member of a cabinet is damaged and packed again.
 *
 * <p>The same seed gives the same mutants of the same documents, on every machine. Not thread-safe.
 */
public final class Mutator {
    private static final int LARGEST = 4 << 20;

    private final SplittableRandom random;

    /** A mutator whose mutants depend on the seed and on nothing else. */
    public Mutator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * The document with one to three changes, of 4 MiB at most if it was smaller.
     *
     * @param document any bytes; not changed
     */
    public byte[] mutate(byte[] document) {
        return Cabinets.isCabinet(document) && random.nextInt(4) > 0
                ? Cabinets.withMember(document, random, this::mutate)
                : changed(document);
    }

    private byte[] changed(byte[] document) {
        byte[] mutant = document.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            byte[] next = change(mutant);
            if (next.length > Math.max(LARGEST, document.length)) {
                return mutant;
            }
            mutant = next;
        }
        return mutant;
    }

    private byte[] change(byte[] document) {
        List<Part> parts = Parts.of(new String(document, StandardCharsets.ISO_8859_1));
        Change[] changes = Change.values();
        Change change = changes[random.nextInt(changes.length)];
        return change.apply(document, parts.isEmpty() ? List.of(new Part(0, document.length)) : parts, random);
    }
}
