package io.patchbay.audit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** Records what was done, and tells of it. Thread-safe; records are written one after another. */
@ProviderType
public interface AuditLog {
    /** The actor of whatever nobody asked for by a command. */
    String ENGINE = "engine";

    /**
     * Adds a record; when this returns, it is on the disk.
     *
     * @param actor who did it: {@link #ENGINE}, or the name of the user who gave the command
     * @param action what was done, in one word
     * @param object to what: the id of a provider, a bundle or a configuration
     * @param details whatever else is to be known, each by a name; never a secret. Very long texts are cut
     * @return the record as it was written
     * @throws IOException if it could not be written, or if the log was altered; what it was to be recorded of must fail, too
     */
    AuditRecord record(String actor, String action, String object, Map<String, String> details) throws IOException;

    /**
     * The last records that somebody wants, newest first.
     *
     * @param limit how many at most
     * @throws IOException if the log cannot be read, or has a line that is no record
     */
    List<AuditRecord> newest(int limit, Predicate<AuditRecord> wanted) throws IOException;

    /**
     * Reads the whole log, and checks that every record follows from the one before and that the last is the one that was written last.
     *
     * @throws IOException if it cannot be read
     */
    Verification verify() throws IOException;
}
