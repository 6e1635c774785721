package io.patchbay.provider.microsoft.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Cuts package.xml, as bytes, into its rows, its file locations and the frame around them, so that what another file has too need not be
 * parsed again. All bytes come, in their order, whatever they are.
 *
 * <p>A row is cut out only if nothing but the known frame and other rows came before it, and as long as a {@code <} can only begin a tag:
 * in UTF-8, without comments, CDATA sections, processing instructions and document types. From the first byte on that does not fit, the rest
 * of the document is one frame.
 */
final class Pieces {
    /** What a piece is. */
    enum Kind {
        /** A part of what is around the others. */
        FRAME,
        ROW,
        LOCATION
    }

    private static final byte[] ROW = ascii("<Update");
    private static final byte[] ROW_END = ascii("</Update");
    private static final byte[] LOCATION = ascii("<FileLocation");
    private static final int LONGEST_PIECE = 8 << 20;
    private static final int LONGEST_FRAME = 1 << 14;

    /** A byte order mark, a declaration that may say UTF-8, and the elements that hold the rows. */
    private static final String START =
            "(\u00ef\u00bb\u00bf)?(<\\?xml(?![^>]*encoding\\s*=\\s*[\"'](?!(?i:utf-8)[\"']))[^<>]*>)?"
                    + "\\s*<OfflineSyncPackage(\\s[^<>]*)?>\\s*<Updates>";

    private static final Pattern BEFORE_ROWS = Pattern.compile(START);
    private static final Pattern BEFORE_LOCATIONS = Pattern.compile(START + "</Updates>\\s*<FileLocations>");

    private final InputStream in;
    /** Of all frames so far, without white space beside rows. */
    private final StringBuilder frame = new StringBuilder();

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int filled;
    private boolean cuts = true;
    private Kind kind = Kind.FRAME;

    Pieces(InputStream in) {
        this.in = in;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Steps to the next piece; false at the end. */
    boolean next() throws IOException {
        start = end;
        makeRoom();
        kind = cuts ? kindHere() : Kind.FRAME;
        switch (kind) {
            case ROW -> end = rowEnd();
            case LOCATION -> end = locationEnd();
            case FRAME -> end = frameEnd();
        }
        return end > start;
    }

    Kind kind() {
        return kind;
    }

    /** The array that holds the piece, until the next one is asked for. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** Pieces never move while they are looked at. */
    private void makeRoom() {
        if (start > buffer.length / 2) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
    }

    private Kind kindHere() throws IOException {
        if (isTag(start, ROW)) {
            return Kind.ROW;
        }
        return isTag(start, LOCATION) ? Kind.LOCATION : Kind.FRAME;
    }

    /** Ends where a row or location begins that may be cut out. */
    private int frameEnd() throws IOException {
        for (int place = start + 1; cuts && has(place); place++) {
            place = open(place);
            if (isTag(place, ROW)) {
                return frameEnd(place, BEFORE_ROWS);
            }
            if (isTag(place, LOCATION)) {
                return frameEnd(place, BEFORE_LOCATIONS);
            }
        }
        return has(filled) ? giveUp() : filled;
    }

    private int frameEnd(int place, Pattern known) {
        frame.append(
                new String(buffer, start, Math.min(place - start, LONGEST_FRAME), StandardCharsets.ISO_8859_1).strip());
        boolean fits = frame.length() < LONGEST_FRAME && known.matcher(frame).matches();
        return fits ? place : giveUp();
    }

    /** A row ends where its element does, and has no other in it. */
    private int rowEnd() throws IOException {
        int place = tagEnd(start);
        boolean ended = buffer[place - 2] == '/';
        while (cuts && !ended) {
            place = tag(place);
            ended = isTag(place, ROW_END);
            if (isTag(place, ROW)) {
                return giveUp();
            }
            place = ended ? tagEnd(place) : place + 1;
        }
        return cuts ? place : giveUp();
    }

    private int locationEnd() throws IOException {
        int place = tagEnd(start);
        return cuts && buffer[place - 2] == '/' ? place : giveUp();
    }

    /** The place after the tag that begins here. In quotes, a {@code >} ends none. */
    private int tagEnd(int from) throws IOException {
        byte quote = 0;
        for (int place = from; has(place); place++) {
            byte letter = buffer[place];
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                return place + 1;
            }
        }
        return giveUp();
    }

    /** The place of the first tag from here on. */
    private int tag(int from) throws IOException {
        int place = open(from);
        return has(place + 1) && buffer[place + 1] != '!' && buffer[place + 1] != '?' ? place : giveUp();
    }

    /** The place of the first {@code <} from here on; the end of what there is if there is none. */
    private int open(int from) throws IOException {
        int place = from;
        while (has(place)) {
            byte[] bytes = buffer;
            int last = filled;
            while (place < last && bytes[place] != '<') {
                place++;
            }
            if (place < last) {
                return place;
            }
        }
        return place;
    }

    /** Takes all that there is, and from now on all that comes, as frame. */
    private int giveUp() {
        cuts = false;
        kind = Kind.FRAME;
        return filled;
    }

    /** Whether a tag of this name is here. */
    private boolean isTag(int place, byte[] name) throws IOException {
        int after = place + name.length;
        return has(after) && isNameEnd(buffer[after]) && Arrays.equals(buffer, place, after, name, 0, name.length);
    }

    private static boolean isNameEnd(byte letter) {
        return letter == ' ' || letter == '>' || letter == '/' || letter == '\t' || letter == '\n' || letter == '\r';
    }

    /** Whether there is a byte at this place, which is read if need be. */
    private boolean has(int place) throws IOException {
        return place < filled || fill(place);
    }

    private boolean fill(int place) throws IOException {
        while (place >= filled) {
            if (filled == buffer.length) {
                grow();
            }
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return false;
            }
            filled += count;
        }
        return true;
    }

    private void grow() {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        cuts &= buffer.length <= LONGEST_PIECE;
    }
}
