package io.patchbay.provider.microsoft.wsus;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;

/**
 * What one sync leaves for the next: the upstream's anchors, and what they are of. It is the anchor of the snapshot.
 *
 * @param server whose anchors these are; another server would take them for its own
 * @param filter what was asked for, as {@link RevisionFilter#digest}
 * @param categories the anchor of the first pass; blank if there is none
 * @param updates the anchor of the second pass; blank if there is none
 */
record SyncState(String server, String filter, String categories, String updates) {
    private static final String SEPARATOR = "\n";

    /** Reads a snapshot's anchor; all blank if there is none, or none that can be read. */
    static SyncState parse(Optional<String> anchor) {
        Properties fields = new Properties();
        try {
            fields.load(new StringReader(anchor.orElse("")));
        } catch (IOException | IllegalArgumentException e) {
            fields.clear();
        }
        return new SyncState(
                fields.getProperty("server", ""),
                fields.getProperty("filter", ""),
                fields.getProperty("categories", ""),
                fields.getProperty("updates", ""));
    }

    /** As a snapshot's anchor. */
    @Override
    public String toString() {
        return String.join(
                SEPARATOR,
                "server=" + escape(server),
                "filter=" + escape(filter),
                "categories=" + escape(categories),
                "updates=" + escape(updates));
    }

    /** As {@link Properties} reads it back. Anchors are opaque: nobody knows what may be in them. */
    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        value.chars().forEach(c -> escaped.append(isPlain(c) ? Character.toString(c) : String.format("\\u%04x", c)));
        return escaped.toString();
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 127 && c != '\\';
    }

    /** The state of a server that no sync was made with. */
    static SyncState none(String server) {
        return new SyncState(server, "", "", "");
    }

    /** The same without anchors that are another server's. */
    SyncState of(String itsServer) {
        return server.equals(itsServer) ? this : none(itsServer);
    }
}
