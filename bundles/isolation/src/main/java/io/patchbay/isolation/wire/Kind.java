package io.patchbay.isolation.wire;

/** What a message is for. */
public enum Kind {
    /** To the child, first of all: what to run. */
    START('S'),
    /** To the child: say who the providers are. */
    DESCRIBE('D'),
    /** To the child: parse a snapshot. */
    PARSE('P'),
    /** To the child: direct a fetch. */
    FETCH('F'),
    /** From the child: who its providers are. */
    DESCRIPTION('d'),
    /** From the child: an update, as JSON. */
    UPDATE('u'),
    /** From the child: an advisory, as JSON. */
    ADVISORY('a'),
    /** From the child: the id of an update that did not change. */
    UNCHANGED('='),
    /** From the child: what its provider notes of the snapshot, after what it noted before. */
    NOTED('n'),
    /** From the child: calls a method of the fetcher. */
    CALL('c'),
    /** To the child: what the method returned. */
    RETURN('r'),
    /** Either way: what was asked for failed. */
    FAILURE('!'),
    /** From the child: what was asked for is done. */
    DONE('.');

    private final char letter;

    Kind(char letter) {
        this.letter = letter;
    }

    /** How a message of this kind begins. */
    char letter() {
        return letter;
    }

    /** The kind of a message that begins so. */
    static Kind of(int letter) throws MalformedException {
        for (Kind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new MalformedException("no message begins with the byte " + letter, null);
    }
}
