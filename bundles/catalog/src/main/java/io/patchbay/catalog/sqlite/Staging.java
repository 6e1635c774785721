package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.view.AdvisoryFacts;
import io.patchbay.catalog.view.ContentHash;
import io.patchbay.catalog.view.Facts;
import io.patchbay.catalog.view.Staged;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What differs in one candidate, in a file of its own, so that memory does not grow with it. It is written once, block
 * after block: some documents, packed as they will be stored, then what is to be known of them. The file is nobody's
 * after a crash.
 */
final class Staging implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    /** When a block is full, in bytes: enough to be packed well, and little to unpack for one document. */
    private static final int FULL = 32 * 1024;

    private final Path file;
    private final FileChannel content;
    private final Packing packing = new Packing();
    private final List<Place> blocks = new ArrayList<>();
    private final Bytes documents = new Bytes();
    private final PageWriter facts = new PageWriter();
    private final PageWriter words = new PageWriter();
    private final Map<String, Advisory> advisories = new LinkedHashMap<>();
    private long end;

    /** Where a block is in the file, and the sizes of its three parts. */
    private record Place(long start, int documents, int facts, int words) {}

    /**
     * Where an advisory is in the file, packed.
     *
     * @param length of the document, in bytes
     */
    private record Advisory(AdvisoryFacts facts, long start, int packed, int length) {}

    /** The lengths of the documents of a block, and the words of each, for searching. */
    record Texts(List<Integer> lengths, List<String> words) {}

    private Staging(Path file, FileChannel content) {
        this.file = file;
        this.content = content;
    }

    /** Opens a new one in a file that does not exist yet. */
    static Staging open(Path file) {
        try {
            return new Staging(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new CatalogException("cannot make the candidate " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Takes in an update.
     *
     * @param key of the row that it amends; 0 if there is none
     */
    void add(int key, ContentHash hash, Facts update, ByteBuffer document, String searched) {
        facts.number(key);
        facts.hash(hash);
        FactsForm.write(facts, update);
        words.number(document.remaining());
        words.ownText(searched);
        documents.put(document);
        if (documents.size() >= FULL) {
            endBlock();
        }
    }

    /** Takes in an advisory. */
    void add(AdvisoryFacts advisory, byte[] document) {
        byte[] packed = packing.pack(document, document.length);
        write(packed);
        advisories.put(advisory.id(), new Advisory(advisory, end, packed.length, document.length));
        end += packed.length;
    }

    /** The advisories, in the order in which they came. */
    List<AdvisoryFacts> advisories() {
        return advisories.values().stream().map(Advisory::facts).toList();
    }

    /** The length of the document of an advisory, in bytes. */
    int length(AdvisoryFacts advisory) {
        return place(advisory).length();
    }

    /** The document of an advisory, packed. */
    byte[] document(AdvisoryFacts advisory) {
        return read(place(advisory).start(), place(advisory).packed());
    }

    private Advisory place(AdvisoryFacts advisory) {
        return Objects.requireNonNull(advisories.get(advisory.id()));
    }

    private void endBlock() {
        if (documents.size() == 0) {
            return;
        }
        byte[] packed = packing.pack(documents.array(), documents.size());
        byte[] ofFacts = facts.page();
        byte[] ofWords = words.page();
        documents.clear();
        write(packed, ofFacts, ofWords);
        blocks.add(new Place(end, packed.length, ofFacts.length, ofWords.length));
        end += packed.length + ofFacts.length + ofWords.length;
    }

    private void write(byte[]... parts) {
        try {
            content.position(end);
            for (byte[] part : parts) {
                for (ByteBuffer rest = ByteBuffer.wrap(part); rest.hasRemaining(); ) {
                    content.write(rest);
                }
            }
        } catch (IOException e) {
            throw new CatalogException("cannot write the candidate " + file + ": " + e.getMessage(), e);
        }
    }

    /** Calls for each update, in the order in which they came. */
    void forEach(Consumer<Staged> action) {
        endBlock();
        Pool pool = new Pool();
        for (Place block : blocks) {
            PageReader page = new PageReader(read(block.start() + block.documents(), block.facts()), pool);
            while (page.hasMore()) {
                action.accept(new Staged(page.number(), page.hash(), FactsForm.read(page, pool)));
            }
        }
    }

    /** How many blocks there are, once all updates are read. */
    int blocks() {
        return blocks.size();
    }

    /** The documents of a block, from 0, packed. */
    byte[] documents(int block) {
        Place place = blocks.get(block);
        return read(place.start(), place.documents());
    }

    /** What is to be known of the documents of a block. */
    Texts texts(int block) {
        Place place = blocks.get(block);
        long start = place.start() + place.documents() + place.facts();
        PageReader page = new PageReader(read(start, place.words()), new Pool());
        Texts texts = new Texts(new ArrayList<>(), new ArrayList<>());
        while (page.hasMore()) {
            texts.lengths().add(page.number());
            texts.words().add(page.ownText());
        }
        return texts;
    }

    private byte[] read(long start, int size) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(size);
            content.position(start);
            while (bytes.hasRemaining()) {
                if (content.read(bytes) < 0) {
                    throw new EOFException("it ends at byte " + content.size());
                }
            }
            return bytes.array();
        } catch (IOException e) {
            throw new CatalogException("cannot read the candidate " + file + ": " + e.getMessage(), e);
        }
    }

    /** A file that cannot be removed is removed at the next start; what was committed stays committed. */
    @Override
    public void close() {
        packing.close();
        try {
            content.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the candidate {} cannot be removed: {}", file, e.toString());
        }
    }
}
