package io.patchbay.audit.file;

import io.patchbay.audit.AuditRecord;
import io.patchbay.audit.Verification;
import io.patchbay.audit.Verification.Flaw;
import io.patchbay.spi.FeedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log from record to record, up to the first that does not follow from the one before, or to the head, the last that was
 * acknowledged. After the head there may be one line, whole or not: the record that a failure kept from being acknowledged.
 */
final class Chain {
    private final Link head;
    private Link last = Link.START;
    private String file = LogFolder.name(1);
    private String lastFile = file;
    private long lastLine;
    private long length;
    private long unacknowledged;
    private long intact;
    private @Nullable Flaw flaw;

    /** Begins at the first record of all. */
    Chain(Link head) {
        this.head = head;
    }

    /**
     * Goes on with the next file.
     *
     * @param isInTheMiddle whether those before it were not followed; its first record is then taken to follow from the one before
     */
    void follow(String name, byte[] content, boolean isInTheMiddle) {
        List<Line> lines = Line.of(content);
        file = name;
        length = 0;
        if (isInTheMiddle && !lines.isEmpty()) {
            last = before(lines.get(0));
        }
        if (!lines.isEmpty() && flaw == null && !name.equals(LogFolder.name(last.number() + 1))) {
            flaw = here(lines.get(0), "the file does not begin with record " + (last.number() + 1));
        }
        lines.forEach(next -> flaw = flaw == null ? flaw(next) : flaw);
    }

    /** What a line says of the record before it. */
    private Link before(Line first) {
        try {
            AuditRecord record = RecordJson.read(first.bytes());
            return new Link(record.number() - 1, record.previous());
        } catch (FeedException e) {
            flaw = here(first, "is no record: " + e.getMessage());
            return Link.START;
        }
    }

    private @Nullable Flaw flaw(Line next) {
        boolean isAcknowledged = !last.equals(head);
        if (unacknowledged > 0) {
            return here(next, "stands after the one record that may not have been acknowledged");
        }
        if (!isAcknowledged && !next.isWhole()) {
            unacknowledged = next.length();
            return null;
        }
        Flaw found = broken(next);
        if (found == null && !isAcknowledged) {
            unacknowledged = next.length();
        } else if (found == null) {
            found = take(next);
        }
        return found;
    }

    /** Why a line does not follow from the one before; null if it does. */
    private @Nullable Flaw broken(Line next) {
        if (!next.isWhole()) {
            return here(next, "the record is cut short");
        }
        try {
            AuditRecord record = RecordJson.read(next.bytes());
            if (record.number() != last.number() + 1) {
                return here(
                        next, "record " + record.number() + " stands where record " + (last.number() + 1) + " belongs");
            }
            return record.previous().equals(last.sha256()) ? null : unlinked(next, record);
        } catch (FeedException e) {
            return here(next, "is no record: " + e.getMessage());
        }
    }

    private Flaw unlinked(Line next, AuditRecord record) {
        if (lastLine == 0) {
            return here(next, "record " + record.number() + " does not follow from the record before it");
        }
        intact--;
        String reason =
                "record " + last.number() + " is not as it was written, or the link to it in the next record is not";
        return new Flaw(lastFile, lastLine, reason);
    }

    private @Nullable Flaw take(Line next) {
        last = Link.of(last.number() + 1, next.bytes());
        lastFile = file;
        lastLine = next.number();
        length += next.length();
        boolean isOther = last.number() == head.number() && !last.equals(head);
        if (isOther) {
            return here(next, "record " + last.number() + " is not as it was acknowledged");
        }
        intact++;
        return null;
    }

    private Flaw here(Line at, String reason) {
        return new Flaw(file, at.number(), reason);
    }

    /** How long the last file is, up to the last record that was acknowledged. */
    long length() {
        return length;
    }

    /** What was found, once all files were followed. */
    Verification verification() {
        if (flaw == null && !last.equals(head)) {
            flaw = new Flaw(
                    file,
                    lastFile.equals(file) ? lastLine + 1 : 1,
                    "the log ends at record " + last.number() + ", but record " + head.number() + " was acknowledged");
        }
        return new Verification(intact, last.sha256(), unacknowledged, Optional.ofNullable(flaw));
    }
}
