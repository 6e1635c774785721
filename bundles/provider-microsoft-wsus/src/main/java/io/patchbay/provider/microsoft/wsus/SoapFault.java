package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault as MS-WSUSSS, 2.2.9, defines it: a code that says what to do about it. It is an {@link IOException} as long as something may still be
 * done; one that ends a sync does so as its {@link #failure}.
 */
final class SoapFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final String feed;
    private final String operation;
    private final String code;
    private final String problem;

    private SoapFault(String feed, Operation operation, String code, String problem) {
        super(feed + " at " + operation.title() + ": " + problem);
        this.feed = feed;
        this.operation = operation.title();
        this.code = code;
        this.problem = problem;
    }

    /** Reads the Fault that the cursor is at. The detail's elements are in no name space; SOAP 1.2 has another Detail around them. */
    static SoapFault read(XmlReader xml, Feed feed, Operation operation) throws IOException, FeedException {
        Map<String, String> fields = new HashMap<>();
        readFields(xml, fields);
        String code = fields.getOrDefault("ErrorCode", "");
        String title = code.isEmpty() ? fields.getOrDefault("faultstring", "a fault without an ErrorCode") : code;
        String instance = fields.getOrDefault("ID", "");
        String problem = "the upstream refused: " + title + optional(" (", fields.get("Message"), ")")
                + optional(", fault ", instance, "");
        return new SoapFault(feed.name(), operation, code, problem);
    }

    private static void readFields(XmlReader xml, Map<String, String> fields) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String name = xml.name();
            if (name.equalsIgnoreCase("detail")) {
                readFields(xml, fields);
            } else {
                fields.put(name, xml.text());
            }
        }
    }

    private static String optional(String before, @Nullable String text, String behind) {
        return text == null || text.isEmpty() ? "" : before + text + behind;
    }

    /** The ErrorCode; blank if the fault has none, and then the protocol ends. */
    String code() {
        return code;
    }

    /** What ends the sync, because the upstream was reached and there is no going on from what it said. */
    FeedException failure() {
        return new FeedException(feed, operation, problem, this);
    }

    /** Whether the session must begin anew. */
    boolean needsNewSession() {
        return code.equals("InvalidCookie") || code.equals("InvalidAuthorizationCookie");
    }

    boolean isBusy() {
        return code.equals("ServerBusy");
    }

    /** Whether the anchors are no longer worth anything: the upstream is another one, or lacks what it listed. */
    boolean invalidatesAnchors() {
        return code.equals("ServerChanged") || code.equals("FileDigestsMissing");
    }

    /** Whether something that the call named is to blame. */
    boolean blamesParameters() {
        return code.equals("InvalidParameters");
    }

    /** Whether the call may succeed with fewer revisions: one that the server does not know makes it fail as a whole. */
    boolean mayBePoisoned() {
        return code.equals("InternalServerError") || blamesParameters();
    }
}
