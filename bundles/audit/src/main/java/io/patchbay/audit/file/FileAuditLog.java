package io.patchbay.audit.file;

import io.patchbay.audit.AuditLog;
import io.patchbay.audit.AuditRecord;
import io.patchbay.audit.Verification;
import io.patchbay.feeds.DurableFile;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The log as lines of JSON in {@code audit/}, and its head in {@code audit.head}. A record is acknowledged when its line and then the head are
 * on the disk. After a failure, the end of the log is looked up on the disk again.
 */
final class FileAuditLog implements AuditLog {
    private static final int LONGEST_TEXT = 4000;

    private final LogFolder folder;
    private final HeadFile headFile;
    private final Clock clock;
    private final long fileBytes;
    private @Nullable Tail tail;

    /**
     * Opens the log, or begins one.
     *
     * @param data the data folder
     * @param fileBytes when a file is full
     */
    FileAuditLog(Path data, Clock clock, long fileBytes) throws IOException {
        this.folder = new LogFolder(data.resolve("audit"));
        this.headFile = new HeadFile(data.resolve("audit.head"));
        this.clock = clock;
        this.fileBytes = fileBytes;
        if (folder.files().isEmpty() && !headFile.exists()) {
            headFile.write(Link.START);
        }
    }

    @Override
    public synchronized AuditRecord record(String actor, String action, String object, Map<String, String> details)
            throws IOException {
        Tail known = tail;
        tail = null; // until it is written
        try {
            return append(known == null ? recovered() : known, actor, action, object, details);
        } catch (AlteredException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("\"" + action + " " + object + "\" cannot be put into the audit log: " + e, e);
        }
    }

    private AuditRecord append(Tail end, String actor, String action, String object, Map<String, String> details)
            throws IOException {
        Link head = end.head();
        long number = head.number() + 1;
        AuditRecord record =
                new AuditRecord(number, clock.instant(), actor, action, object, shortened(details), head.sha256());
        byte[] line = RecordJson.write(record);
        Link next = Link.of(number, line);
        Tail before = end.before(number, folder, fileBytes);
        before.requireLength();
        DurableFile.writeAt(before.file(), before.length(), ended(line));
        headFile.write(next);
        tail = before.after(next, line.length + 1);
        return record;
    }

    /** The end of the log after a start or a failure; if something was cut off there, the log says so first. */
    private Tail recovered() throws IOException {
        Tail found = Tail.find(folder, headFile);
        if (found.unacknowledged() == 0) {
            return found;
        }
        Map<String, String> details = Map.of("bytes", Long.toString(found.unacknowledged()));
        append(found, AuditLog.ENGINE, "recover", LogFolder.name(found.file()), details);
        return Tail.find(folder, headFile);
    }

    private static Map<String, String> shortened(Map<String, String> details) {
        Map<String, String> shortened = new TreeMap<>(details);
        shortened.replaceAll(
                (name, text) -> text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...");
        return shortened;
    }

    private static byte[] ended(byte[] line) {
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    @Override
    public synchronized List<AuditRecord> newest(int limit, Predicate<AuditRecord> wanted) throws IOException {
        List<Path> files = folder.files();
        List<AuditRecord> found = new ArrayList<>();
        for (int i = files.size() - 1; i >= 0; i--) {
            addNewest(files.get(i), limit, wanted, found);
        }
        return found;
    }

    private static void addNewest(Path file, int limit, Predicate<AuditRecord> wanted, List<AuditRecord> found)
            throws IOException {
        List<Line> lines = found.size() < limit ? Line.of(LogFolder.read(file)) : List.of();
        for (int i = lines.size() - 1; i >= 0 && found.size() < limit; i--) {
            Optional<AuditRecord> record = record(file, lines.get(i));
            record.filter(wanted).ifPresent(found::add);
        }
    }

    /** A line that was cut short was never acknowledged. */
    private static Optional<AuditRecord> record(Path file, Line line) throws IOException {
        try {
            return line.isWhole() ? Optional.of(RecordJson.read(line.bytes())) : Optional.empty();
        } catch (FeedException e) {
            throw new AlteredException("the audit log was altered: " + LogFolder.name(file) + " at line "
                    + line.number() + " is no record: " + e.getMessage());
        }
    }

    @Override
    public synchronized Verification verify() throws IOException {
        Optional<Link> head = headFile.find();
        if (head.isEmpty()) {
            return headFile.missing();
        }
        Chain chain = new Chain(head.get());
        for (Path file : folder.files()) {
            chain.follow(LogFolder.name(file), LogFolder.read(file), false);
        }
        return chain.verification();
    }
}
