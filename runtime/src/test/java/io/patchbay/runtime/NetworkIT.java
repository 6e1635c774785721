package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from an upstream on the network, at an address that the configuration gives, to the catalogue. */
class NetworkIT {
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "putty");

    @TempDir
    Path data;

    private FakeUpstream upstream;
    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        upstream = FakeUpstream.start();
        publish("2025-02-08-release-0.83", "0.83");
        Path conf = Files.createDirectories(data.resolve("conf"));
        for (String feed : List.of("latest.html", "changes.html", "sha256sums/", "sha512sums/")) {
            Files.write(conf.resolve("io.patchbay.feed-" + feed.replaceAll("\\W", "") + ".cfg"), settings(feed));
        }
        engine = TestEngine.online(data);
        Eventually.get(() -> engine.execute("patchbay:sync putty"), answer -> answer.status() == 0);
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
        upstream.close();
    }

    @Test
    void asksForWhatChangedAndReadsNothingTwice() throws Exception {
        assertEquals(1, generations());
        int asked = upstream.requests().size();
        assertTrue(engine.ask("patchbay:sync putty").contains("UNCHANGED"));
        assertTrue(upstream.requests().size() > asked);
        assertTrue(upstream.requests().subList(asked, upstream.requests().size()).stream()
                .allMatch(request -> request.header("If-None-Match").isPresent()));
        assertEquals(1, generations());
    }

    @Test
    void publishesANewReleaseThatSupersedesTheOld() throws Exception {
        publish("2026-08-16-release-0.85", "0.85");
        assertTrue(engine.ask("patchbay:sync putty").contains("CHANGED"));
        String changes = engine.ask("patchbay:changes --since 1 --json");
        assertEquals(6, count(changes, line -> line.contains("\"superseded\"")));
        assertEquals(6, count(changes, line -> line.contains("\"added\"")));
        assertEquals(12, count(changes, line -> line.contains("\"change\"")));
    }

    @Test
    void keepsTheLastGoodContentWhenTheUpstreamBreaks() throws Exception {
        String before = engine.ask("patchbay:updates --json");
        upstream.serve("/latest.html", Fault.CUT_SHORT);
        TestEngine.Answer answer = engine.execute("patchbay:sync putty");
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains("latest.html"), answer.err());
        assertEquals(before, engine.ask("patchbay:updates --json"));
    }

    @Test
    void saysWhereEachPartWasFetched() throws Exception {
        String ids = engine.ask("patchbay:updates --json --limit 1");
        String id =
                ids.lines().filter(line -> line.contains("\"id\"")).findFirst().orElseThrow();
        String details = engine.ask("patchbay:update --json " + id.replaceAll(".*: \"(.*)\",", "$1"));
        assertTrue(details.contains(upstream.url("/latest.html").toString()), details);
        assertTrue(details.contains(upstream.url("/sha512sums/0.83/sha512sums").toString()), details);
        assertFalse(details.contains("the.earth.li/~sgtatham/putty/latest"), details);
    }

    private List<String> settings(String feed) {
        return List.of(
                "provider = putty",
                "feed = " + feed.replace("/", ""),
                "url = " + upstream.url("/" + feed),
                "allowHttp = true",
                "allowPrivateAddress = " + upstream.host());
    }

    private void publish(String recording, String version) throws IOException {
        Path folder = RECORDED.resolve(recording);
        serve("/latest.html", folder.resolve("latest.html"));
        serve("/changes.html", folder.resolve("changes.html"));
        for (String sums : List.of("sha256sums", "sha512sums")) {
            serve("/" + sums + "/" + version + "/" + sums, folder.resolve(sums).resolve(version));
        }
    }

    private void serve(String path, Path document) throws IOException {
        String tag = "\"" + document.getParent().getFileName() + document.getFileName() + "\"";
        upstream.serve(path, Reply.of(Files.readAllBytes(document)).etag(tag));
    }

    private long generations() throws IOException {
        return count(engine.ask("patchbay:generations --json"), line -> line.contains("\"committed\""));
    }

    private static long count(String text, Predicate<String> line) {
        return text.lines().filter(line).count();
    }
}
