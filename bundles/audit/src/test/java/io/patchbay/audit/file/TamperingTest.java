package io.patchbay.audit.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.audit.AuditRecord;
import io.patchbay.audit.Verification;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alters a log at random, ten thousand times in one way each, and each time that must be found. */
class TamperingTest {
    private static final int TIMES = 10_000;
    private static final int RECORDS = 9;

    private final Random random = new Random(20261122);
    private final SortedMap<String, byte[]> original = new TreeMap<>();
    private Link head;

    /** What somebody can do. */
    private enum Way {
        CHANGE_A_BYTE,
        INSERT_A_BYTE,
        DELETE_A_BYTE,
        CUT_OFF_THE_END,
        CHANGE_A_RECORD_AND_ALL_LINKS_AFTER_IT,
        DELETE_A_RECORD,
        SWAP_TWO_RECORDS,
        DUPLICATE_A_RECORD,
        MOVE_A_RECORD,
        DELETE_A_FILE
    }

    @BeforeEach
    void write(@TempDir Path data) throws IOException {
        FileAuditLog log = new FileAuditLog(data, Clock.systemUTC(), 600);
        for (int i = 0; i < RECORDS; i++) {
            log.record("engine", "run", "provider-" + i % 3, Map.of("generation", Integer.toString(i)));
        }
        head = new HeadFile(data.resolve("audit.head")).read();
        for (Path file : new LogFolder(data.resolve("audit")).files()) {
            original.put(LogFolder.name(file), LogFolder.read(file));
        }
    }

    @Test
    void isAlwaysFound() throws Exception {
        assertTrue(original.size() > 2);
        assertTrue(check(original).isIntact());
        Map<Way, Integer> missed = new TreeMap<>();
        for (int i = 0; i < TIMES; i++) {
            Way way = Way.values()[i % Way.values().length];
            if (isSilent(check(altered(way)))) {
                missed.merge(way, 1, Integer::sum);
            }
        }
        assertEquals(Map.of(), missed);
    }

    /** Whatever stands after the head is told of, too: it is cut off, and a record says so. */
    private static boolean isSilent(Verification found) {
        return found.isIntact() && found.unacknowledged() == 0;
    }

    private Verification check(SortedMap<String, byte[]> files) {
        Chain chain = new Chain(head);
        files.forEach((name, content) -> chain.follow(name, content, false));
        return chain.verification();
    }

    private SortedMap<String, byte[]> altered(Way way) throws Exception {
        SortedMap<String, byte[]> files = new TreeMap<>(original);
        String name = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
        if (way == Way.DELETE_A_FILE) {
            files.remove(name);
        } else if (way == Way.CHANGE_A_RECORD_AND_ALL_LINKS_AFTER_IT) {
            relink(files, 1 + random.nextInt(RECORDS));
        } else {
            files.put(name, altered(way, original.get(name)));
        }
        return files;
    }

    private byte[] altered(Way way, byte[] content) {
        byte[] altered =
                switch (way) {
                    case CHANGE_A_BYTE, INSERT_A_BYTE, DELETE_A_BYTE, CUT_OFF_THE_END -> alteredBytes(way, content);
                    default -> alteredLines(way, content);
                };
        return Arrays.equals(altered, content) ? altered(way, content) : altered;
    }

    private byte[] alteredBytes(Way way, byte[] content) {
        int place = random.nextInt(content.length);
        ByteArrayOutputStream altered = new ByteArrayOutputStream();
        altered.write(content, 0, place);
        if (way == Way.CHANGE_A_BYTE || way == Way.INSERT_A_BYTE) {
            altered.write(random.nextInt(256));
        }
        int rest = way == Way.INSERT_A_BYTE ? place : way == Way.CUT_OFF_THE_END ? content.length : place + 1;
        altered.write(content, rest, content.length - rest);
        return altered.toByteArray();
    }

    private byte[] alteredLines(Way way, byte[] content) {
        List<byte[]> lines =
                new ArrayList<>(Line.of(content).stream().map(Line::bytes).toList());
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (way) {
            case DELETE_A_RECORD -> lines.remove(one);
            case SWAP_TWO_RECORDS -> Collections.swap(lines, one, other);
            case DUPLICATE_A_RECORD -> lines.add(other, lines.get(one));
            case MOVE_A_RECORD -> lines.add(other, lines.remove(one));
            default -> throw new IllegalArgumentException(way.name());
        }
        return joined(lines);
    }

    private static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            content.writeBytes(line);
            content.write('\n');
        }
        return content.toByteArray();
    }

    /** All that somebody can do who knows how the log is made, but leaves its head alone. */
    private static void relink(SortedMap<String, byte[]> files, long from) throws FeedException, IOException {
        Link last = Link.START;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            List<byte[]> lines = new ArrayList<>();
            for (Line line : Line.of(file.getValue())) {
                AuditRecord record = RecordJson.read(line.bytes());
                byte[] bytes = record.number() < from ? line.bytes() : forged(record, last);
                lines.add(bytes);
                last = Link.of(record.number(), bytes);
            }
            file.setValue(joined(lines));
        }
    }

    private static byte[] forged(AuditRecord record, Link last) throws IOException {
        return RecordJson.write(new AuditRecord(
                record.number(),
                record.time(),
                "somebody",
                record.action(),
                record.object(),
                record.details(),
                last.sha256()));
    }
}
