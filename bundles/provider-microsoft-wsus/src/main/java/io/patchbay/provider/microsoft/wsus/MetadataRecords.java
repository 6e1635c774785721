package io.patchbay.provider.microsoft.wsus;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.BufferedReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads metadata.txt of an export: for each revision its id, its number and the length of its document, both as eight digits of hex, and the
 * document. The length counts UTF-16 characters, not bytes, and there are line breaks in documents. A document may be of any size, so it is read as
 * it goes by.
 */
final class MetadataRecords {
    private static final int LONGEST_FIELD = 40;
    private static final int LONGEST_DOCUMENT = 1 << 28;
    private static final int BLOCK = 1 << 16;
    private static final String NO_UTF_8 = "expected UTF-8";
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final Reader text;
    private final String document;
    private int count;
    private @Nullable Characters rest;

    /**
     * A reader of records.
     *
     * @param document what messages call it
     */
    MetadataRecords(InputStream in, String document) {
        this.text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), BLOCK);
        this.document = document;
    }

    /** A revision with its document, which is there until the next record is asked for. */
    record Entry(Revision revision, Reader xml) {}

    /** The next record; null after the last. */
    @Nullable
    Entry next() throws IOException, FeedException {
        try {
            finish();
            int first = firstCharacter();
            return first < 0 ? null : entry((char) first);
        } catch (CharacterCodingException | CharConversionException e) {
            throw failure(NO_UTF_8);
        }
    }

    private int firstCharacter() throws IOException {
        int first = text.read();
        return count == 0 && first == BYTE_ORDER_MARK ? text.read() : first;
    }

    private Entry entry(char first) throws IOException, FeedException {
        count++;
        Revision revision = revision(first + field(), field());
        int length = hex(field());
        if (length > LONGEST_DOCUMENT) {
            throw failure("expected a document of at most " + LONGEST_DOCUMENT + " characters, not " + length);
        }
        rest = new Characters(length);
        return new Entry(revision, new BufferedReader(rest));
    }

    /** Passes over what nobody read of the last document. */
    private void finish() throws IOException, FeedException {
        if (rest == null) {
            return;
        }
        rest.transferTo(Writer.nullWriter());
        if (rest.left > 0) {
            throw failure("expected " + rest.left + " characters more");
        }
        rest = null;
        endLine();
    }

    private Revision revision(String id, String number) throws FeedException {
        try {
            return new Revision(UpdateId.parse(id), hex(number));
        } catch (IllegalArgumentException e) {
            throw failure("expected an update id, not \"" + id + '"');
        }
    }

    private int hex(String digits) throws FeedException {
        try {
            int number = Integer.parseInt(digits, 16);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As a number below 0, it is none that is expected here.
        }
        throw failure("expected a number in hex, not \"" + digits + '"');
    }

    private String field() throws IOException, FeedException {
        StringBuilder field = new StringBuilder();
        for (int c = text.read(); c != ','; c = text.read()) {
            if (c < 0 || field.length() == LONGEST_FIELD) {
                throw failure("expected a comma");
            }
            field.append((char) c);
        }
        return field.toString();
    }

    /** The characters of one document, and not one more. */
    private final class Characters extends Reader {
        private int left;

        Characters(int length) {
            this.left = length;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            try {
                int read = left == 0 ? -1 : text.read(into, from, Math.min(left, length));
                left -= Math.max(0, read);
                return read;
            } catch (CharacterCodingException e) {
                throw new CharConversionException(NO_UTF_8); // which a parser knows for no failure of the stream
            }
        }

        /** The records behind it are still to be read. */
        @Override
        public void close() {}
    }

    private void endLine() throws IOException, FeedException {
        int end = text.read();
        if (end == '\r') {
            end = text.read();
        }
        if (end != '\n' && end >= 0) {
            throw failure("expected the end of the line behind the document");
        }
    }

    /** That the current record is not what was expected. */
    FeedException failure(String problem) {
        return new FeedException(document, "record " + Math.max(1, count), problem);
    }
}
