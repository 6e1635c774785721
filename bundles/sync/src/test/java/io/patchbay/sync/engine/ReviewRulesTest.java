package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.UpdateJson;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.Held;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.review.Thresholds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule that compares a release with what is live, on a feed that is nothing but updates. */
class ReviewRulesTest {
    private static final String ID = "vendor";
    private static final Digest OLD = new Digest(Algorithm.SHA256, "0".repeat(64), "updates.json");
    private static final Digest NEW = new Digest(Algorithm.SHA256, "1".repeat(64), "updates.json");

    @TempDir
    Path folder;

    /** A provider whose feed is an array of updates, as the engine writes them. */
    private static final class Updates implements FeedProvider {
        private static final Feed FEED = Feed.json("updates.json", "https://vendor.example/updates.json");

        @Override
        public ProviderInfo info() {
            return ProviderInfo.of(ID, "Vendor", List.of(Product.named("Product", "Vendor")), "vendor.example");
        }

        @Override
        public List<Feed> feeds() {
            return List.of(FEED);
        }

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            for (Value value : Json.read(snapshot, FEED).items()) {
                sink.accept(UpdateJson.read(value));
            }
        }
    }

    /** What a release may differ in. */
    private record Draft(
            String product,
            String version,
            String title,
            String vendor,
            String arguments,
            long size,
            Digest digest,
            LocalDate released) {
        static Draft of(String version) {
            return new Draft("Product", version, "Product", "Vendor", "/S", 1000, OLD, LocalDate.of(2026, 8, 16));
        }

        Draft product(String name) {
            return new Draft(name, version, title, vendor, arguments, size, digest, released);
        }

        Update update() {
            Release release = Release.of(
                    vendor,
                    List.of(Product.named(product, "Vendor")),
                    Version.of(VersionScheme.DOTTED, version),
                    new Line(product, "release", Architecture.ANY, "", "exe"),
                    Architecture.ANY,
                    List.of(),
                    Classification.UPDATES,
                    released);
            return Update.builder(UpdateId.of(ID, product, version), UpdateType.SOFTWARE)
                    .release(release, "updates.json")
                    .description(title.isEmpty() ? Description.NONE : Description.english(title, ""), "updates.json")
                    .files(
                            List.of(new ContentFile(
                                    "setup.exe", size, List.of(digest), List.of(), null, Patching.SELF_CONTAINED)),
                            "updates.json")
                    .installation(
                            Installation.of(
                                    Handler.COMMAND_LINE, "setup.exe", arguments, null, List.of(), Reboot.NEVER),
                            "updates.json")
                    .build();
        }
    }

    private static String json(Stream<Draft> drafts) {
        return drafts.map(draft -> new String(UpdateJson.write(draft.update()), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The codes that hold the second of two releases; blank if it is published. */
    private String codes(Draft first, Draft second) throws Exception {
        return codes(Thresholds.DEFAULT, Stream.of(first), Stream.of(second));
    }

    private String codes(Thresholds thresholds, Stream<Draft> first, Stream<Draft> second) throws Exception {
        Policy policy =
                new Policy(Set.of("vendor.example"), Set.of("exe"), false, false, Optional.of(Set.of("/S", "/quiet")));
        return codes(policy, thresholds, first, second);
    }

    private String codes(Policy policy, Thresholds thresholds, Stream<Draft> first, Stream<Draft> second)
            throws Exception {
        try (Desk desk = new Desk(folder, thresholds, Clock.systemUTC())) {
            desk.plug(new Updates(), policy, "1.0.0");
            desk.record(ID, "1", "updates.json", json(first));
            assertEquals(State.CHANGED, desk.run(ID).state());
            desk.record(ID, "2", "updates.json", json(second));
            Run run = desk.run(ID);
            assertTrue(run.state() == State.HELD || run.state() == State.CHANGED, run.reason());
            return desk.sync.held().stream().map(Held::codes).distinct().collect(Collectors.joining("; "));
        }
    }

    @Test
    void publishesTheNextRelease() throws Exception {
        assertEquals("", codes(Draft.of("1.0"), Draft.of("1.1")));
    }

    @Test
    void holdsOtherBytesUnderTheSameVersion() throws Exception {
        Draft same = Draft.of("1.0");
        Draft other =
                new Draft(same.product, "1.0", same.title, same.vendor, same.arguments, same.size, NEW, same.released);
        assertEquals("CONTENT_CHANGED_SAME_VERSION", codes(same, other));
    }

    @Test
    void holdsAFileOfAnotherSize() throws Exception {
        Draft next = Draft.of("1.1");
        assertEquals("SIZE", codes(Draft.of("1.0"), sized(next, 10_000)));
    }

    @Test
    void publishesAFileThatGrew() throws Exception {
        assertEquals("", codes(Draft.of("1.0"), sized(Draft.of("1.1"), 9_000)));
    }

    private static Draft sized(Draft draft, long size) {
        return new Draft(
                draft.product,
                draft.version,
                draft.title,
                draft.vendor,
                draft.arguments,
                size,
                draft.digest,
                draft.released);
    }

    @Test
    void holdsAReleaseOfAnotherCompany() throws Exception {
        Draft next = Draft.of("1.1");
        Draft other = new Draft(next.product, "1.1", next.title, "Evil", next.arguments, next.size, NEW, next.released);
        assertEquals("PUBLISHER_CHANGED", codes(Draft.of("1.0"), other));
    }

    @Test
    void holdsAReleaseOfTheFuture() throws Exception {
        Draft next = Draft.of("1.1");
        LocalDate future = LocalDate.now(Clock.systemUTC()).plusDays(3);
        Draft other = new Draft(next.product, "1.1", next.title, next.vendor, next.arguments, next.size, NEW, future);
        assertEquals("FUTURE_DATE", codes(Draft.of("1.0"), other));
    }

    @Test
    void holdsArgumentsThatAreNoTemplate() throws Exception {
        Draft next = Draft.of("1.1");
        Draft other =
                new Draft(next.product, "1.1", next.title, next.vendor, "/S & calc", next.size, NEW, next.released);
        assertEquals("ARGUMENTS_NOT_ALLOWED", codes(Draft.of("1.0"), other));
    }

    @Test
    void holdsACommandThatDoesMoreThanItMustWhereThereAreNoTemplates() throws Exception {
        Draft next = Draft.of("1.1");
        Draft other =
                new Draft(next.product, "1.1", next.title, next.vendor, "/S & calc", next.size, NEW, next.released);
        Policy policy = new Policy(Set.of("vendor.example"), Set.of("exe"), false, false, Optional.empty());
        assertEquals(
                "COMMAND_LINE_HANDLER",
                codes(policy, Thresholds.DEFAULT, Stream.of(Draft.of("1.0")), Stream.of(other)));
    }

    @Test
    void holdsATitleThatHidesWhatItSays() throws Exception {
        Draft next = Draft.of("1.1");
        Draft other =
                new Draft(next.product, "1.1", "Product \u202efdp", next.vendor, "/S", next.size, NEW, next.released);
        assertEquals("CONTROL_OR_BIDI_CHARS", codes(Draft.of("1.0"), other));
    }

    @Test
    void holdsAnUpdateThatHasLostItsTitle() throws Exception {
        Draft same = Draft.of("1.0");
        Draft bare =
                new Draft(same.product, "1.0", "", same.vendor, same.arguments, same.size, same.digest, same.released);
        assertEquals("FEWER_ITEMS_THAN_BASELINE", codes(same, bare));
    }

    @Test
    void holdsARunThatAddsFarMoreThanUsual() throws Exception {
        try (Desk desk = new Desk(folder)) {
            desk.plug(new Updates(), Policy.of(Set.of()), "1.0.0");
            for (int i = 1; i <= 3; i++) {
                desk.record(ID, "0" + i, "updates.json", json(products(i)));
                assertEquals(State.CHANGED, desk.run(ID).state());
            }
            desk.record(ID, "04", "updates.json", json(products(200)));
            Run flood = desk.run(ID);
            assertEquals(State.HELD, flood.state());
            assertEquals(
                    "FLOOD: would add 197 updates and advisories, where 1 are usual; at most 100 are added without an"
                            + " operator's release",
                    flood.reason());
        }
    }

    @Test
    void takesEverythingAgainWhenTheCatalogueWasLost() throws Exception {
        try (Desk desk = new Desk(folder)) {
            desk.plug(new Updates(), Policy.of(Set.of()), "1.0.0");
            for (int products : List.of(200, 201, 202)) {
                desk.record(ID, "with" + products, "updates.json", json(products(products)));
                assertEquals(State.CHANGED, desk.run(ID).state());
            }
        }
        Files.delete(folder.resolve("catalog.db"));
        try (Desk desk = new Desk(folder)) {
            desk.plug(new Updates(), Policy.of(Set.of()), "1.0.0");
            Run again = desk.run(ID);
            assertEquals(State.CHANGED, again.state(), again.reason());
            assertEquals(202, again.updates());
        }
    }

    @Test
    void holdsTheWholeRunIfVeryManyUpdatesAreOdd() throws Exception {
        try (Desk desk = new Desk(folder)) {
            Policy noArguments = new Policy(Set.of(), Set.of("exe"), false, false, Optional.of(Set.of()));
            desk.plug(new Updates(), noArguments, "1.0.0");
            desk.record(ID, "1", "updates.json", json(products(101)));
            assertEquals(State.HELD, desk.run(ID).state());
            assertEquals(1, desk.sync.held().size());
            Held whole = desk.sync.held().get(0);
            assertEquals(null, whole.update());
            assertTrue(whole.objections().get(0).detail().contains("one of 101 that are"), whole.reason());
            assertEquals(0, desk.catalog.view().generation());

            desk.sync.reject(ID, null, Desk.decision("not theirs"));
            assertEquals(State.UNCHANGED, desk.run(ID).state());
            desk.record(ID, "2", "updates.json", json(products(102)));
            desk.run(ID);
            assertEquals(
                    State.CHANGED,
                    desk.sync
                            .await(desk.sync
                                    .release(ID, null, Desk.decision("known"))
                                    .number())
                            .state());
        }
    }

    private static Stream<Draft> products(int count) {
        return IntStream.range(0, count).mapToObj(i -> Draft.of("1.0").product("P" + i));
    }

    @Test
    void holdsWhatWouldCloseACircle() throws Exception {
        try (Desk desk = new Desk(folder)) {
            desk.plug(new Updates(), Policy.of(Set.of()), "1.0.0");
            desk.record(ID, "1", "updates.json", array(linked("A", "B"), linked("B", "C"), linked("C", "")));
            assertEquals(State.CHANGED, desk.run(ID).state());
            desk.record(ID, "2", "updates.json", array(linked("A", "B"), linked("B", "C"), linked("C", "A")));
            assertEquals(State.HELD, desk.run(ID).state());
            assertEquals("SUPERSEDENCE_CYCLE", desk.sync.held().get(0).codes());
            assertEquals(List.of(), desk.catalog.view().brokenLinks());
        }
    }

    private static String array(Update... updates) {
        return Stream.of(updates)
                .map(update -> new String(UpdateJson.write(update), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Update linked(String name, String older) {
        SortedSet<UpdateId> supersedes = new TreeSet<>();
        if (!older.isEmpty()) {
            supersedes.add(UpdateId.of(ID, older));
        }
        return Update.builder(UpdateId.of(ID, name), UpdateType.SOFTWARE)
                .description(Description.english(name, ""), "updates.json")
                .relationships(
                        new Relationships(List.of(), List.of(), supersedes, Collections.emptySortedSet()),
                        "updates.json")
                .build();
    }

    @Test
    void holdsNothingByARuleThatIsTurnedOff() throws Exception {
        Thresholds d = Thresholds.DEFAULT;
        Thresholds off = new Thresholds(
                d.removals(),
                d.removalPercent(),
                d.additions(),
                d.additionFactor(),
                d.sizeFactor(),
                d.jump(),
                d.jumpFactor(),
                d.futureDays(),
                d.most(),
                Set.of(Code.SIZE));
        assertEquals("", codes(off, Stream.of(Draft.of("1.0")), Stream.of(sized(Draft.of("1.1"), 10_000))));
    }
}
