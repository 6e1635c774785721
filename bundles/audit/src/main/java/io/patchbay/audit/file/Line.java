package io.patchbay.audit.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line of a file, as it is there. */
final class Line {
    private final long number;
    private final byte[] bytes;
    private final boolean whole;

    private Line(long number, byte[] bytes, boolean whole) {
        this.number = number;
        this.bytes = bytes;
        this.whole = whole;
    }

    /** All lines of a file; the last may be cut short. */
    static List<Line> of(byte[] content) {
        List<Line> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                lines.add(new Line(lines.size() + 1L, Arrays.copyOfRange(content, begin, i), true));
                begin = i + 1;
            }
        }
        if (begin < content.length) {
            lines.add(new Line(lines.size() + 1L, Arrays.copyOfRange(content, begin, content.length), false));
        }
        return lines;
    }

    /** Which line it is, from 1. */
    long number() {
        return number;
    }

    /** What it says, without its end. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether it has its end. */
    boolean isWhole() {
        return whole;
    }

    /** How many bytes of the file it is, its end included. */
    int length() {
        return bytes.length + (whole ? 1 : 0);
    }
}
