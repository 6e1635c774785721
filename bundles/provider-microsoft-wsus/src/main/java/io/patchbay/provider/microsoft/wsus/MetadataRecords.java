package io.patchbay.provider.microsoft.wsus;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads metadata.txt of an export: for each revision its id, its number and the length of its document, both as eight digits of hex, and the
 * document. The length counts UTF-16 characters, not bytes, and there are line breaks in documents.
 */
final class MetadataRecords {
    private static final int LONGEST_FIELD = 40;
    private static final int LONGEST_DOCUMENT = 1 << 28;
    private static final int BLOCK = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final Reader text;
    private final String document;
    private int count;

    /**
     * A reader of records.
     *
     * @param document what messages call it
     */
    MetadataRecords(InputStream in, String document) {
        this.text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), BLOCK);
        this.document = document;
    }

    /** A revision with its document. */
    record Entry(Revision revision, String xml) {}

    /** The next record; null after the last. */
    @Nullable
    Entry next() throws IOException, FeedException {
        try {
            int first = firstCharacter();
            return first < 0 ? null : entry((char) first);
        } catch (CharacterCodingException e) {
            throw failure("expected UTF-8");
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
        String xml = text(length);
        endLine();
        return new Entry(revision, xml);
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
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            throw failure("expected a number in hex, not \"" + digits + '"');
        }
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

    /** Memory is taken for what is there, not for what a record declares. */
    private String text(int length) throws IOException, FeedException {
        StringBuilder xml = new StringBuilder(Math.min(length, BLOCK));
        char[] block = new char[Math.min(length, BLOCK)];
        while (xml.length() < length) {
            int read = text.read(block, 0, Math.min(block.length, length - xml.length()));
            if (read < 0) {
                throw failure("expected " + length + " characters, found " + xml.length());
            }
            xml.append(block, 0, read);
        }
        return xml.toString();
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

    private FeedException failure(String problem) {
        return new FeedException(document, "record " + Math.max(1, count), problem);
    }
}
