package io.patchbay.cabinet;

/** The kinds of LZX blocks, in the order of their numbers from one. */
enum LzxBlockKind {
    VERBATIM(1),
    ALIGNED(2),
    UNCOMPRESSED(3);

    private final int number;

    LzxBlockKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
