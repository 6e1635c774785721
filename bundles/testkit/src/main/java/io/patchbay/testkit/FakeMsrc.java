package io.patchbay.testkit;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MSRC's servers on loopback, with the documents of recorded cases at the paths of the real ones: the index and months of CVRF, the tables of the
 * guide with their pages, the trees of CSAF documents. What the cases lack is answered with status 404.
 *
 * <pre>{@code
 * try (FakeMsrc msrc = FakeMsrc.start(months)) {
 *     … msrc.upstream().url("/cvrf/v3.0/updates") …
 *     msrc.show(monthsLater);
 * }
 * }</pre>
 */
public final class FakeMsrc implements Closeable {
    private static final String TABLES = "/sug/v2.0/sugodata/v2.0/en-US/";
    private static final Pattern NEXT = Pattern.compile("\"@odata\\.nextLink\"\\s*:\\s*\"[^\"?]*\\?([^\"]*)\"");
    private static final Pattern FOLDER = Pattern.compile("csaf-(advisories|vex)(?:-(changes\\.csv)|/(.*))");

    private final FakeUpstream upstream;

    private FakeMsrc(FakeUpstream upstream) {
        this.upstream = upstream;
    }

    /** Starts one with the documents of cases of the three providers, or of some of them. */
    public static FakeMsrc start(Snapshot... recorded) throws IOException, FeedException {
        FakeMsrc msrc = new FakeMsrc(FakeUpstream.start());
        for (Snapshot one : recorded) {
            msrc.show(one);
        }
        return msrc;
    }

    /** Has the documents of a case from now on; those of other cases that are not among them stay. */
    public void show(Snapshot recorded) throws IOException, FeedException {
        Map<String, Map<String, byte[]>> tables = new TreeMap<>();
        for (Document document : recorded.documents()) {
            byte[] bytes = bytes(recorded, document);
            Matcher csaf = FOLDER.matcher(document.name());
            if (document.name().equals("updates.json")) {
                upstream.serve("/cvrf/v3.0/updates", Reply.of(bytes));
            } else if (document.feed().equals("cvrf")) {
                upstream.serve("/cvrf/v3.0/" + document.name(), Reply.of(bytes));
            } else if (csaf.matches()) {
                upstream.serve("/csaf/" + csaf.group(1) + '/' + path(csaf), Reply.of(bytes));
            } else {
                tables.computeIfAbsent(document.feed(), table -> new TreeMap<>())
                        .put(document.name(), bytes);
            }
        }
        tables.forEach((table, pages) -> upstream.serve(TABLES + table, request -> page(request, pages)));
    }

    private static String path(Matcher csaf) {
        return csaf.group(2) == null ? csaf.group(3) : csaf.group(2);
    }

    /** The first page, or the one that comes after the page that has this query in the address of the next. */
    private static Answer page(RecordedRequest request, Map<String, byte[]> pages) {
        String query = request.target().substring(request.path().length());
        boolean after = query.startsWith("?$skip=0");
        for (byte[] page : pages.values()) {
            if (after) {
                return Reply.of(page);
            }
            Matcher next = NEXT.matcher(new String(page, StandardCharsets.UTF_8));
            after = next.find() && query.equals('?' + next.group(1));
        }
        return Reply.status(404);
    }

    private static byte[] bytes(Snapshot recorded, Document document) throws IOException, FeedException {
        try (InputStream in = recorded.open(document.name())) {
            return in.readAllBytes();
        }
    }

    /** The server, for its address and the requests that it got, and for other answers. */
    public FakeUpstream upstream() {
        return upstream;
    }

    @Override
    public void close() throws IOException {
        upstream.close();
    }
}
