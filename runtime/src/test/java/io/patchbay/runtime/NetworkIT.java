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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from an upstream on the network, at an address that the configuration gives, to the catalogue. */
class NetworkIT {
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "7zip");

    private static final String FIRST = "2025-08-04-release-25.01";
    private static final Set<String> NO_DOCUMENTS = Set.of("ORIGIN", "expected.json", "manifest.json");

    @TempDir
    Path data;

    private FakeUpstream upstream;
    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        upstream = FakeUpstream.start();
        publish(FIRST);
        Path conf = Files.createDirectories(data.resolve("conf"));
        for (String feed : List.of("releases.json", "cve-index", "cve/")) {
            Files.write(conf.resolve("io.patchbay.feed-" + feed.replaceAll("\\W", "") + ".cfg"), settings(feed));
        }
        engine = TestEngine.online(data);
        Eventually.get(() -> engine.execute("patchbay:sync 7zip"), answer -> answer.status() == 0);
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
        assertTrue(engine.ask("patchbay:sync 7zip").contains("UNCHANGED"));
        assertTrue(upstream.requests().size() > asked);
        assertTrue(upstream.requests().subList(asked, upstream.requests().size()).stream()
                .allMatch(request -> request.header("If-None-Match").isPresent()));
        assertEquals(1, generations());
    }

    @Test
    void publishesANewReleaseThatSupersedesTheOld() throws Exception {
        publish("2026-04-28-release-26.01");
        assertTrue(engine.ask("patchbay:sync 7zip").contains("CHANGED"));
        String changes = engine.ask("patchbay:changes --since 1 --json");
        assertEquals(6, count(changes, line -> line.contains("\"superseded\"")));
        assertEquals(12, count(changes, line -> line.contains("\"added\"")));
        assertEquals(18, count(changes, line -> line.contains("\"change\"")));
    }

    @Test
    void keepsTheLastGoodContentWhenTheUpstreamBreaks() throws Exception {
        String before = engine.ask("patchbay:updates --json");
        upstream.serve("/releases.json", Fault.CUT_SHORT);
        TestEngine.Answer answer = engine.execute("patchbay:sync 7zip");
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains("releases.json"), answer.err());
        assertEquals(before, engine.ask("patchbay:updates --json"));
    }

    @Test
    void saysWhereEachPartWasFetched() throws Exception {
        String ids = engine.ask("patchbay:updates --json --limit 1");
        String id =
                ids.lines().filter(line -> line.contains("\"id\"")).findFirst().orElseThrow();
        String details = engine.ask("patchbay:update --json " + id.replaceAll(".*: \"(.*)\",", "$1"));
        assertTrue(details.contains(upstream.url("/releases.json").toString()), details);
        assertFalse(details.contains("api.github.com"), details);
    }

    @Test
    void recordsWhatIsPublishedNowAsACaseToTry() throws Exception {
        Path recorded = data.resolve("recorded");
        String said = engine.ask("patchbay:record 7zip " + recorded);
        assertTrue(said.endsWith("recorded in " + recorded + "\n"), said);
        assertEquals(Set.of(), differences(recorded));
        String origin = Files.readString(recorded.resolve("ORIGIN"));
        assertTrue(origin.contains("releases.json  " + upstream.url("/releases.json")), origin);
        String tried = engine.ask("patchbay:try 7zip " + recorded);
        assertTrue(tried.endsWith("0 would be held; the catalogue is as it was\n"), tried);
        assertEquals(engine.ask("patchbay:try 7zip " + RECORDED.resolve(FIRST)), tried);
        assertEquals(1, generations());
    }

    @Test
    void recordsForAFileThatDescribesAProvider() throws Exception {
        Path recording = RECORDED.resolveSibling("git-for-windows").resolve("2025-11-17-release-2.52.0");
        serve("/git/releases.json", recording.resolve("releases.json"));
        serve("/git/cve-index", recording.resolve("cve-index/nvd.json"));
        for (String feed : List.of("releases.json", "cve-index")) {
            List<String> settings = new ArrayList<>(settings("git/" + feed));
            settings.set(0, "provider = git-for-windows");
            settings.set(1, "feed = " + feed);
            Files.write(data.resolve("conf/io.patchbay.feed-git-" + feed.replace(".", "") + ".cfg"), settings);
        }
        Path file = TestEngine.distribution().folder().resolve("samples/providers/git-for-windows.yaml");
        Path recorded = data.resolve("recorded");
        String record = "patchbay:record " + file + ' ' + recorded;
        Eventually.get(() -> engine.execute(record), answer -> answer.status() == 0);
        assertEquals(-1, Files.mismatch(recording.resolve("releases.json"), recorded.resolve("releases.json")));
        assertEquals(
                engine.ask("patchbay:try " + file + ' ' + recording),
                engine.ask("patchbay:try " + file + ' ' + recorded));
    }

    @Test
    void recordsNothingOfAnUpstreamThatBreaks() throws Exception {
        upstream.serve("/releases.json", Reply.status(404));
        TestEngine.Answer answer = engine.execute("patchbay:record 7zip " + data.resolve("recorded"));
        assertEquals(1, answer.status());
        assertTrue(answer.err().startsWith("record: 7zip: releases.json from "), answer.err());
        assertFalse(Files.exists(data.resolve("recorded")));
    }

    /** The documents that are not those of the first recording. */
    private static Set<Path> differences(Path recorded) throws IOException {
        Set<Path> differences = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RECORDED.resolve(FIRST))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = RECORDED.resolve(FIRST).relativize(file);
                if (!NO_DOCUMENTS.contains(name.toString()) && Files.mismatch(file, recorded.resolve(name)) >= 0) {
                    differences.add(name);
                }
            }
        }
        return differences;
    }

    private List<String> settings(String feed) {
        return List.of(
                "provider = 7zip",
                "feed = " + feed.replace("/", ""),
                "url = " + upstream.url("/" + feed),
                "allowHttp = true",
                "allowPrivateAddress = " + upstream.host());
    }

    private void publish(String recording) throws IOException {
        Path folder = RECORDED.resolve(recording);
        serve("/releases.json", folder.resolve("releases.json"));
        serve("/cve-index", folder.resolve("cve-index/nvd.json"));
        try (Stream<Path> records = Files.list(folder.resolve("cve"))) {
            for (Path record : records.toList()) {
                String[] parts = record.getFileName().toString().split("-");
                String thousand = parts[2].substring(0, parts[2].indexOf('.') - 3) + "xxx";
                serve("/cve/" + parts[1] + '/' + thousand + '/' + record.getFileName(), record);
            }
        }
    }

    private void serve(String path, Path document) throws IOException {
        String tag = '"' + document.getParent().getFileName().toString() + document.getFileName() + '"';
        upstream.serve(path, Reply.of(Files.readAllBytes(document)).etag(tag));
    }

    private long generations() throws IOException {
        return count(engine.ask("patchbay:generations --json"), line -> line.contains("\"committed\""));
    }

    private static long count(String text, Predicate<String> line) {
        return text.lines().filter(line).count();
    }
}
