package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The library's parser of UTF-8, but for what it is told to step over: there it makes no names and no tokens, it only looks for the end. Brackets have
 * to match and texts to be texts; between them stand characters of which JSON's other values, commas and colons are made. Most of what
 * upstreams send is stepped over: of each file of a release, GitHub tells the person who uploaded it at greater length than the file.
 */
final class SkippingParser extends UTF8StreamJsonParser {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** The characters that may stand outside of texts, but for brackets and ends of lines. */
    private static final boolean[] BETWEEN = new boolean[1 << Byte.SIZE];

    static {
        for (char character : "0123456789+-.eEtrufalsn,: \t\r".toCharArray()) {
            BETWEEN[character] = true;
        }
    }

    private byte[] ends = new byte[16];

    private SkippingParser(
            IOContext context, int features, InputStream in, ByteQuadsCanonicalizer names, byte[] buffer) {
        super(context, features, in, null, names, buffer, 0, 0, 0, true);
    }

    /** Makes such parsers of streams. */
    static final class Factory extends JsonFactory {
        private static final long serialVersionUID = 1;

        Factory(JsonFactoryBuilder options) {
            super(options);
        }

        @Override
        protected JsonParser _createParser(InputStream in, IOContext context) {
            return new SkippingParser(
                    context,
                    _parserFeatures,
                    in,
                    _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures),
                    context.allocReadIOBuffer());
        }
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (_currToken == JsonToken.START_OBJECT) {
            stepOver((byte) '}');
            _updateToken(JsonToken.END_OBJECT);
        } else if (_currToken == JsonToken.START_ARRAY) {
            stepOver((byte) ']');
            _updateToken(JsonToken.END_ARRAY);
        }
        return this;
    }

    private void stepOver(byte end) throws IOException {
        int depth = 0;
        ends[0] = end;
        while (depth >= 0) {
            byte next = nextBracket();
            switch (next) {
                case '{' -> open(++depth, (byte) '}');
                case '[' -> open(++depth, (byte) ']');
                case '}', ']' -> close(next, ends[depth--]);
                default -> _reportUnexpectedChar(next & 0xFF, "was expecting a value, a comma or a colon");
            }
        }
        _parsingContext = _parsingContext.clearAndGetParent();
    }

    /** The next character that is a bracket or has no place there. */
    private byte nextBracket() throws IOException {
        do {
            byte[] buffer = _inputBuffer;
            int place = _inputPtr;
            while (place < _inputEnd) {
                byte next = buffer[place++];
                if (BETWEEN[next & 0xFF]) {
                    continue;
                }
                if (next == '"') {
                    place = endOfText(buffer, place, _inputEnd);
                } else if (next == '\n') {
                    _currInputRow++;
                    _currInputRowStart = place;
                } else {
                    _inputPtr = place;
                    return next;
                }
            }
            _inputPtr = place;
        } while (_loadMore());
        _reportInvalidEOF();
        return 0;
    }

    /** Most texts are plain, and eight characters of those are seen at a glance. */
    private int endOfText(byte[] buffer, int begin, int end) throws IOException {
        int place = begin;
        while (place <= end - Long.BYTES) {
            long special = special((long) LONGS.get(buffer, place));
            if (special != 0) {
                place += Long.numberOfTrailingZeros(special) / Byte.SIZE;
                if (buffer[place] == '"') {
                    return place + 1;
                }
                break;
            }
            place += Long.BYTES;
        }
        _inputPtr = place;
        super._skipString();
        return _inputPtr;
    }

    private void open(int depth, byte end) throws IOException {
        _streamReadConstraints.validateNestingDepth(_parsingContext.getNestingDepth() + depth);
        if (depth == ends.length) {
            ends = Arrays.copyOf(ends, 2 * depth);
        }
        ends[depth] = end;
    }

    private void close(byte found, byte end) throws IOException {
        if (found != end) {
            _reportUnexpectedChar(found, "was expecting '" + (char) end + '\'');
        }
    }

    @Override
    protected void _skipString() throws IOException {
        _tokenIncomplete = false;
        _inputPtr = endOfText(_inputBuffer, _inputPtr, _inputEnd);
    }

    /** The first of eight characters that is a quote, a backslash, a control character or beyond ASCII has the lowest bit that is set. */
    private static long special(long characters) {
        long quote = (characters ^ ('"' * ONES)) - ONES;
        long escape = (characters ^ ('\\' * ONES)) - ONES;
        long control = characters - ' ' * ONES;
        return (characters | quote | escape | control) & HIGH_BITS;
    }
}
