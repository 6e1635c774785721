package io.patchbay.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Parallel;
import io.patchbay.feeds.Text;
import io.patchbay.model.Advisory;
import io.patchbay.model.Product;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** For each rule a provider that breaks it, and only it. */
class ProviderContractTest {
    private static final String URL = "https://vendor.example/setup.exe";
    private static final String SAFE = " " + URL + " " + ListProvider.DIGEST + " end\n";

    @TempDir
    Path folder;

    @BeforeEach
    void recordThreeCases() throws IOException {
        record("2026-01-01-one", "1.0" + SAFE);
        record("2026-01-02-two", "1.0" + SAFE + "1.1" + SAFE);
        record("2026-01-03-three", "1.1" + SAFE + "1.2" + SAFE);
    }

    private void record(String name, String list) throws IOException {
        Path recorded = Files.createDirectories(folder.resolve("list").resolve(name));
        Files.writeString(recorded.resolve("list"), list);
    }

    /** The contract of a provider, with its cases in the test's folder. */
    private ProviderContract kept(FeedProvider provider) {
        return new ProviderContract() {
            @Override
            protected FeedProvider provider() {
                return provider;
            }

            @Override
            protected Path cases() {
                return folder.resolve("list");
            }
        };
    }

    /** What a bad provider does with one list. */
    private interface Parse {
        void parse(String list, UpdateSink sink) throws IOException, FeedException;
    }

    private ProviderContract parsing(Parse parse) {
        return kept(new ListProvider() {
            @Override
            public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
                parse.parse(Text.read(snapshot, LIST), sink);
            }
        });
    }

    private static void assertBroken(String message, Executable rule) {
        String found = assertThrows(AssertionError.class, rule).getMessage();
        assertTrue(found.contains(message), found);
    }

    private void writeExpected() throws IOException, FeedException {
        for (RecordedSnapshot recorded : Contract.cases(folder.resolve("list"))) {
            ExpectedUpdates.write(
                    recorded.path().resolve("expected.json"), Contract.parse(new ListProvider(), recorded));
        }
    }

    @Test
    void aGoodProviderKeepsEveryRule() throws Exception {
        writeExpected();
        ProviderContract good = kept(new ListProvider());
        good.hasAtLeastThreeCases();
        good.saysWhoItIs();
        good.declaresItsFeeds();
        good.declaresTheFeedOfEveryRecordedDocument();
        good.givesTheExpectedUpdates();
        good.parsesTheSameTwice();
        good.givesTheSameAfterTheCaseBefore();
        good.givesEachIdOnce();
        good.givesEachVersionOfALineOnce();
        good.givesSafeLinks();
        good.staysWithinItsPolicy();
        good.parsesWithoutNetworkAndThreads();
        good.refusesEmptyDocuments();
        good.noticesDocumentsCutShort();
        good.needsTheExceptionsThatItDeclares();
        good.refusesWhatItsSignerDidNotSign();
    }

    @Test
    void aCaseThatMustBeRefusedIsForTheReasonThatStandsThere() throws Exception {
        record("2026-01-04-four", "");
        Path expected = folder.resolve("list/2026-01-04-four/expected.json");
        Files.writeString(expected, "{\n  \"refused\" : \"list: the document is empty\"\n}\n");
        ProviderContract good = kept(new ListProvider());
        good.refusesWhatItMust();
        Files.writeString(expected, "{\n  \"refused\" : \"something else\"\n}\n");
        assertBroken("differs from line 2", good::refusesWhatItMust);
        record("2026-01-04-four", "1.0" + SAFE);
        assertBroken("2026-01-04-four: accepted, although it must be refused", good::refusesWhatItMust);
    }

    @Test
    void twoCasesAreTooFew() throws IOException {
        Files.delete(folder.resolve("list/2026-01-03-three/list"));
        Files.delete(folder.resolve("list/2026-01-03-three"));
        assertBroken("has 2 cases", kept(new ListProvider())::hasAtLeastThreeCases);
    }

    @Test
    void theFolderHasTheNameOfTheId() {
        ProviderContract bad = kept(new ListProvider() {
            @Override
            public ProviderInfo info() {
                return ProviderInfo.of("other", "Vendor", List.of(Product.named("Program", "")), "vendor.example");
            }
        });
        assertBroken("is not named by the id other", bad::saysWhoItIs);
    }

    @Test
    void aFeedIsOnADeclaredHost() {
        ProviderContract bad = kept(new ListProvider() {
            @Override
            public List<Feed> feeds() {
                return List.of(Feed.text("list", "https://elsewhere.example/list"));
            }
        });
        assertBroken("is not among info().hosts()", bad::declaresItsFeeds);
    }

    @Test
    void aRecordedDocumentHasItsFeed() throws IOException {
        Files.writeString(folder.resolve("list/2026-01-03-three/undeclared"), "x");
        assertBroken(
                "2026-01-03-three: no feed is declared for the document undeclared",
                kept(new ListProvider())::declaresTheFeedOfEveryRecordedDocument);
    }

    @Test
    void aDifferenceIsShownByItsFirstLine() throws Exception {
        writeExpected();
        record("2026-01-02-two", "1.0" + SAFE + "1.7" + SAFE);
        ProviderContract kept = kept(new ListProvider());
        assertBroken(
                "\n- \"id\" : \"" + UpdateId.of("list", "1.1") + "\",\n+ \"id\" : \"", kept::givesTheExpectedUpdates);
    }

    @Test
    void anExpectationIsNeverMissing() {
        assertBroken("is missing; -Dexpected=update writes it", kept(new ListProvider())::givesTheExpectedUpdates);
    }

    @Test
    void findingNothingIsAFailure() {
        assertBroken("no update was found", parsing((list, sink) -> {})::givesTheExpectedUpdates);
    }

    @Test
    void nothingIsRememberedBetweenTwoParses() {
        int[] count = {0};
        ProviderContract bad = parsing((list, sink) -> sink.accept(ListProvider.update("1." + count[0]++, URL, "-")));
        assertBroken("a second parse gives something else", bad::parsesTheSameTwice);
    }

    @Test
    void anIdIsGivenOnce() {
        ProviderContract bad = parsing((list, sink) -> {
            sink.accept(ListProvider.update("1.0", URL, "-"));
            sink.accept(ListProvider.update("1.0", URL, "-"));
        });
        assertBroken("two updates have the id", bad::givesEachIdOnce);
    }

    @Test
    void aVersionIsInALineOnceHoweverItIsWritten() {
        ProviderContract bad = parsing((list, sink) -> {
            sink.accept(ListProvider.update("1.0", URL, "-"));
            sink.accept(ListProvider.update("1.0.0", URL, "-"));
        });
        assertBroken("has two updates of version 1.0.0", bad::givesEachVersionOfALineOnce);
    }

    @Test
    void aLinkIsSafe() {
        Map.of(
                        "http://vendor.example/setup.exe", "neither https nor a digest",
                        "ftp://vendor.example/setup.exe", "not an absolute address",
                        "setup.exe", "not an absolute address",
                        "https://vendor.example@evil.example/setup.exe", "an address with a user")
                .forEach((link, message) -> assertBroken(
                        message,
                        parsing((list, sink) -> sink.accept(ListProvider.update("1.0", link, "-")))::givesSafeLinks));
    }

    @Test
    void httpIsSafeWithADigest() {
        Update update = ListProvider.update("1.0", "http://vendor.example/setup.exe", ListProvider.DIGEST);
        assertDoesNotThrow(parsing((list, sink) -> sink.accept(update))::givesSafeLinks);
    }

    @Test
    void anAddressIsNotOpenedEvenIfTheFailureIsHidden() {
        ProviderContract bad = parsing((list, sink) -> {
            try {
                URI.create("http://127.0.0.1:1/list").toURL().openStream().close();
            } catch (IOException | IllegalArgumentException e) {
                sink.accept(ListProvider.update("1.0", URL, "-"));
            }
        });
        assertBroken("a connection to http://127.0.0.1:1/list", bad::parsesWithoutNetworkAndThreads);
    }

    @Test
    void aSocketIsNotOpened() {
        ProviderContract bad = parsing((list, sink) -> {
            try (Socket socket = new Socket("127.0.0.1", 1)) {
                sink.accept(ListProvider.update("1." + socket.getPort(), URL, "-"));
            } catch (IOException | IllegalArgumentException e) {
                sink.accept(ListProvider.update("1.0", URL, "-"));
            }
        });
        assertBroken("a connection to socket://127.0.0.1:1", bad::parsesWithoutNetworkAndThreads);
    }

    @Test
    void anHttpClientIsNotUsed() {
        ProviderContract bad = parsing((list, sink) -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/list"))
                    .build();
            try {
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            } catch (IOException | IllegalArgumentException e) {
                sink.accept(ListProvider.update("1.0", URL, "-"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertBroken("parsing opened [", bad::parsesWithoutNetworkAndThreads);
    }

    @Test
    void aThreadIsNotMade() {
        ProviderContract bad = parsing((list, sink) -> {
            Thread thread = new Thread(() -> {});
            thread.start();
            sink.accept(ListProvider.update("1.0", URL, "-"));
        });
        assertBroken("parsing opened [a thread", bad::parsesWithoutNetworkAndThreads);
    }

    @Test
    void theEngineMayMakeThreadsForAParse() {
        Update update = ListProvider.update("1.0", URL, "-");
        ProviderContract good = parsing((list, sink) -> {
            Parallel.Piece<Update> piece = (number, out) -> out.take(update);
            Parallel.inOrder(2, piece, sink::accept);
        });
        assertDoesNotThrow(good::parsesWithoutNetworkAndThreads);
    }

    @Test
    void aThreadIsNotMadeByThoseOfTheEngine() {
        ProviderContract bad = parsing((list, sink) -> {
            Parallel.Piece<Update> piece = (number, out) -> new Thread(() -> {}).start();
            Parallel.inOrder(2, piece, sink::accept);
        });
        assertBroken("parsing opened [a thread", bad::parsesWithoutNetworkAndThreads);
    }

    @Test
    void whatIsUnchangedIsWhatItWas() {
        ProviderContract bad = kept(new ListProvider() {
            @Override
            public void parse(Snapshot snapshot, UpdateSink sink) throws FeedException {
                Update update = ListProvider.update("1.0", URL + "?" + snapshot.name(), "-");
                if (snapshot.previous().isPresent()) {
                    sink.unchanged(update.id());
                } else {
                    sink.accept(update);
                }
            }
        });
        assertBroken("gives something else after the case before", bad::givesTheSameAfterTheCaseBefore);
    }

    @Test
    void whatIsNotedAsUnchangedIsWhatItWas() {
        ProviderContract bad = kept(new ListProvider() {
            @Override
            public void parse(Snapshot snapshot, UpdateSink sink) throws FeedException {
                Update update = ListProvider.update("1.0", URL + "?" + snapshot.name(), "-");
                if (snapshot.notes().isPresent()) {
                    sink.unchanged(update.id());
                } else {
                    sink.accept(update);
                    sink.note(new byte[1]);
                }
            }
        });
        assertBroken("gives something else after the case before", bad::givesTheSameAfterTheCaseBefore);
    }

    @Test
    void anEmptyDocumentIsRefused() {
        ProviderContract bad = kept(new ListProvider() {
            @Override
            public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
                sink.accept(update("1.0", URL, "-"));
            }
        });
        assertBroken("an empty list was accepted", bad::refusesEmptyDocuments);
    }

    @Test
    void aDocumentCutShortGivesNothingElse() {
        ProviderContract bad = parsing((list, sink) -> {
            for (String line : list.split("\n")) {
                sink.accept(ListProvider.update("1.0", URL + "?" + line.length(), "-"));
            }
        });
        assertBroken("not what the whole document gives", bad::noticesDocumentsCutShort);
    }

    @Test
    void aFileOnAnotherHostThanThePolicyAllowsWouldBeHeld() {
        ProviderContract bad =
                parsing((list, sink) -> sink.accept(ListProvider.update("1.0", "https://evil.example/a.exe", "-")));
        assertBroken("its policy does not name the host of https://evil.example/a.exe", bad::staysWithinItsPolicy);
    }

    /** A contract with an exception for the list of each kind. */
    private ProviderContract lenient(FeedProvider provider) {
        return new ProviderContract() {
            @Override
            protected FeedProvider provider() {
                return provider;
            }

            @Override
            protected Path cases() {
                return folder.resolve("list");
            }

            @Override
            protected Map<String, String> mayBeEmpty() {
                return Map.of("list", "the vendor has days without news");
            }

            @Override
            protected Map<String, String> cannotTellWhenCut() {
                return Map.of("list", "every line stands for itself");
            }
        };
    }

    @Test
    void aDocumentThatIsDeclaredIsLeftOut() {
        ProviderContract lenient = lenient(new ListProvider() {
            @Override
            public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
                sink.accept(update("1." + snapshot.documents().get(0).size(), URL, "-"));
            }
        });
        assertDoesNotThrow(lenient::refusesEmptyDocuments);
        assertDoesNotThrow(lenient::noticesDocumentsCutShort);
        assertDoesNotThrow(lenient::needsTheExceptionsThatItDeclares);
    }

    @Test
    void anExceptionThatIsNotNeededIsNoticed() {
        ProviderContract strict = lenient(new ListProvider());
        assertBroken(
                "mayBeEmpty() names list, which is refused when it is empty", strict::needsTheExceptionsThatItDeclares);
        ProviderContract cautious = lenient(new ListProvider() {
            @Override
            public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
                if (snapshot.documents().get(0).size() > 0) {
                    super.parse(snapshot, sink);
                }
            }
        });
        assertBroken(
                "cannotTellWhenCut() names list, of which each cut is noticed",
                cautious::needsTheExceptionsThatItDeclares);
    }

    private static Advisory advisory(String id, String link, String... kbs) {
        List<Advisory.Fix> fixes = Stream.of(kbs)
                .map(kb -> new Advisory.Fix(kb, "Program", "", "", Severity.LOW, "", null, List.of(), null))
                .toList();
        return new Advisory(id, "", List.of(), null, null, List.of(URI.create(link)), fixes, List.of("list"));
    }

    /** Its list is signed by a document that holds the sum of the list's characters. */
    private static class SignedProvider extends ListProvider {
        static final Feed SIGNATURE = Feed.text("signature", "https://vendor.example/signature");

        @Override
        public List<Feed> feeds() {
            return List.of(LIST.withSigner("Vendor, sum"), SIGNATURE);
        }

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            boolean handedIn = snapshot.document("list").orElseThrow().url() == null;
            if (!handedIn || snapshot.document("signature").isPresent()) {
                verify(snapshot);
            }
            super.parse(snapshot, sink);
        }

        void verify(Snapshot snapshot) throws IOException, FeedException {
            int sum = Text.read(snapshot, LIST).chars().sum();
            if (!Text.read(snapshot, SIGNATURE).equals(Integer.toString(sum))) {
                throw new FeedException("signature", "", "not a signature of the list");
            }
        }
    }

    private void sign() throws IOException, FeedException {
        for (RecordedSnapshot recorded : Contract.cases(folder.resolve("list"))) {
            int sum = Files.readString(recorded.path().resolve("list")).chars().sum();
            Files.writeString(recorded.path().resolve("signature"), Integer.toString(sum));
        }
    }

    @Test
    void aSignatureThatIsDeclaredIsDemanded() throws Exception {
        ProviderContract strict = kept(new SignedProvider());
        strict.refusesWhatItsSignerDidNotSign();
        sign();
        strict.refusesWhatItsSignerDidNotSign();
    }

    @Test
    void aSignatureThatIsMissingIsNoticed() {
        ProviderContract lenient = kept(new SignedProvider() {
            @Override
            void verify(Snapshot snapshot) throws IOException, FeedException {
                if (snapshot.document("signature").isPresent()) {
                    super.verify(snapshot);
                }
            }
        });
        assertBroken("a fetched list is accepted unsigned", lenient::refusesWhatItsSignerDidNotSign);
    }

    @Test
    void aSignatureIsReallyChecked() throws Exception {
        sign();
        ProviderContract blind = kept(new SignedProvider() {
            @Override
            void verify(Snapshot snapshot) throws IOException, FeedException {
                Text.read(snapshot, SIGNATURE);
            }
        });
        assertBroken("list is accepted with another byte at 0", blind::refusesWhatItsSignerDidNotSign);
    }

    @Test
    void anAdvisoryIsEnough() throws Exception {
        ProviderContract good = parsing((list, sink) -> sink.accept(advisory("ADV200013", URL, "4592438")));
        for (RecordedSnapshot recorded : Contract.cases(folder.resolve("list"))) {
            Path expected = recorded.path().resolve("expected.json");
            ExpectedUpdates.write(expected, Contract.parse(good.provider(), recorded));
            assertTrue(Files.readString(expected).contains("\"advisory\" : {\n      \"id\" : \"ADV200013\""));
        }
        good.givesTheExpectedUpdates();
        good.givesEachIdOnce();
        good.givesSafeLinks();
        good.noticesDocumentsCutShort();
    }

    @Test
    void anAdvisoryIsGivenOnce() {
        ProviderContract bad = parsing((list, sink) -> {
            sink.accept(advisory("ADV200013", URL));
            sink.accept(advisory("ADV200013", URL, "4592438"));
        });
        assertBroken("two advisories have the id ADV200013", bad::givesEachIdOnce);
    }

    @Test
    void aLinkOfAnAdvisoryIsSafe() {
        ProviderContract bad = parsing((list, sink) -> sink.accept(advisory("ADV200013", "ftp://vendor.example/")));
        assertBroken("advisory ADV200013: not an absolute address", bad::givesSafeLinks);
    }

    @Test
    void aDocumentCutShortGivesNoOtherFixes() {
        ProviderContract bad =
                parsing((list, sink) -> sink.accept(advisory("ADV200013", URL, Integer.toString(list.length()))));
        assertBroken("advisory ADV200013: not what the whole document gives", bad::noticesDocumentsCutShort);
    }

    @Test
    void samplesAreRequiredInContinuousIntegrationOnly() {
        assertEquals(folder.resolve("list"), Samples.find(folder, "list", true).orElseThrow());
        assertTrue(Samples.find(folder, "missing", false).isEmpty());
        assertBroken("samples are missing", () -> Samples.find(folder, "missing", true));
    }
}
