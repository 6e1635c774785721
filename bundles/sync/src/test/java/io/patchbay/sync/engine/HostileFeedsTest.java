package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Update;
import io.patchbay.sync.Held;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each hostile feed of the samples, put in the place of one that was good the day before: verdict and reasons are as {@code expected.tsv} says. */
class HostileFeedsTest {
    private static final Map<String, SmallProvider> PROVIDERS = Map.of(
            "npp", SmallProvider.NOTEPAD,
            "7zip", SmallProvider.SEVEN_ZIP,
            "mozilla", SmallProvider.MOZILLA,
            "vlc", SmallProvider.VLC,
            "hash", SmallProvider.HASHES);

    private static final Map<SmallProvider, String> GOOD = Map.of(
            SmallProvider.NOTEPAD,
            """
            <GUP><NeedToBeUpdated>yes</NeedToBeUpdated><Version>8.8.7</Version>
            <Location>https://github.com/notepad-plus-plus/notepad-plus-plus/releases/download/v8.8.7/npp.8.8.7.Installer.x64.exe</Location>
            </GUP>""",
            SmallProvider.SEVEN_ZIP,
            """
            <html><head><base href="https://www.7-zip.org/"></head><body><table>
            <tr><td class="Item"><a href="a/7z2501-x64.exe">Download</a></td></tr>
            <tr><td class="Item"><a href="a/7z2501-.exe">Download</a></td></tr>
            <tr><td class="Item"><a href="a/7z2501-arm64.exe">Download</a></td></tr></table></body></html>""",
            SmallProvider.MOZILLA,
            "{\"LATEST_FIREFOX_VERSION\": \"145.0\", \"FIREFOX_ESR\": \"140.5.0esr\"}",
            SmallProvider.HASHES,
            "{\"product\": \"7-Zip\", \"version\": \"25.01\", \"url\": \"https://7-zip.org/a/7z2501-x64.exe\","
                    + " \"sha256\": \"78afa2a1c773caf3cf7edf62f857d2a8a5da55fb0fff5da416074c0d28b2b55f\"}");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> isJudgedAsExpected() throws IOException {
        Optional<Path> table = Samples.badInput("hostile-feeds/expected.tsv");
        if (table.isEmpty()) {
            return Stream.empty();
        }
        List<String> rows = Files.readAllLines(table.get());
        return rows.stream()
                .skip(1)
                .map(row -> row.split("\t"))
                .map(row -> DynamicTest.dynamicTest(
                        row[0], () -> check(table.get().resolveSibling(row[0]), row[2], row[3])));
    }

    private void check(Path hostile, String verdict, String reasons) throws Exception {
        String file = hostile.getFileName().toString();
        SmallProvider provider = PROVIDERS.get(file.substring(0, file.indexOf('-')));
        try (Desk desk = new Desk(folder.resolve(file))) {
            desk.plug(provider);
            if (GOOD.containsKey(provider)) {
                desk.record(provider.id(), "1", provider.feed().name(), GOOD.get(provider));
                assertEquals(State.CHANGED, desk.run(provider.id()).state());
            }
            Map<String, Update> before = live(desk);
            desk.record(provider.id(), "2", provider.feed().name(), Files.readAllBytes(hostile));
            if (provider == SmallProvider.VLC) {
                desk.record(provider.id(), "2", "manifest.json", manifest(provider, hostile));
            }
            Run run = desk.run(provider.id());

            assertVerdict(desk, run, verdict, reasons);
            if (!verdict.equals("accept")) {
                assertEquals(before, live(desk), "what was good stays as it was");
            }
        }
    }

    private static void assertVerdict(Desk desk, Run run, String verdict, String reasons) {
        switch (verdict) {
            case "accept" -> {
                assertEquals(State.CHANGED, run.state(), run.reason());
                live(desk)
                        .values()
                        .forEach(update -> assertEquals(
                                SmallProvider.ARGUMENTS, update.installation().arguments()));
            }
            case "quarantine" -> {
                assertEquals(State.HELD, run.state(), run.reason());
                Set<String> codes = new TreeSet<>();
                for (Held held : desk.sync.held()) {
                    codes.addAll(List.of(held.codes().split(",")));
                }
                assertEquals(new TreeSet<>(List.of(reasons.split(" ")[0].split(","))), codes, run.reason());
            }
            default -> {
                assertEquals(State.FAILED, run.state(), run.reason());
                assertTrue(run.reason().startsWith(reasons.split(" ")[0] + ": "), run.reason());
            }
        }
    }

    /** What is offered, by title and line. */
    private static Map<String, Update> live(Desk desk) {
        Map<String, Update> live = new TreeMap<>();
        desk.catalog.view().entries(io.patchbay.catalog.Query.all(), entry -> desk.catalog
                .view()
                .details(entry.id())
                .ifPresent(details -> live.put(entry.state() + " " + entry.id(), details.update())));
        return live;
    }

    /** Says that the document was fetched, so that it must be signed. */
    private static String manifest(SmallProvider provider, Path document) throws Exception {
        byte[] bytes = Files.readAllBytes(document);
        String sha256 = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        return "{\"documents\": [{\"name\": \"" + provider.feed().name() + "\", \"url\": \""
                + provider.feed().url() + "\", \"size\": " + bytes.length + ", \"sha256\": \"" + sha256 + "\"}]}";
    }
}
