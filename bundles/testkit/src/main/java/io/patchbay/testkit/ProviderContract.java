package io.patchbay.testkit;

import static io.patchbay.testkit.Contract.check;

import io.patchbay.feeds.Parallel;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What every provider keeps. The test of a provider extends this class, names the provider, and adds what is special to it; the recorded
 * cases are in {@code vendor-feeds/<provider id>/<case>/}, with the updates and advisories that they give in {@code expected.json}, or why they
 * are refused.
 *
 * <pre>{@code
 * final class ExampleProviderTest extends ProviderContract {
 *     protected FeedProvider provider() {
 *         return new ExampleProvider();
 *     }
 * }
 * }</pre>
 *
 * <p>{@code -Dexpected=update} writes {@code expected.json} anew; read the difference before you commit it. Outside this repository
 * {@code -Dpatchbay.root} names the folder that holds {@code vendor-feeds}.
 */
public abstract class ProviderContract {
    private static final int FEWEST_CASES = 3;

    /** For subclasses. */
    protected ProviderContract() {}

    /** The provider to test; may be called any number of times. */
    protected abstract FeedProvider provider();

    /** The folder of the recorded cases. */
    protected Path cases() {
        return Contract.cases(provider());
    }

    /** Documents, or feeds, that may be empty, each with the reason. For all others an empty document must be refused. */
    protected Map<String, String> mayBeEmpty() {
        return Map.of();
    }

    /**
     * Documents, or feeds, of a form in which a part looks like the whole, each with the reason why nothing can be done about it. For all
     * others a document cut short must be refused or give less, never something else.
     */
    protected Map<String, String> cannotTellWhenCut() {
        return Map.of();
    }

    /** Does something with one case. */
    private interface Check {
        void run(RecordedSnapshot recorded) throws IOException, FeedException;
    }

    private void forEachCase(Check check) throws IOException, FeedException {
        for (RecordedSnapshot recorded : Contract.cases(cases())) {
            try {
                check.run(recorded);
            } catch (AssertionError e) {
                throw new AssertionError(recorded.name() + ": " + e.getMessage(), e);
            }
        }
    }

    private void forEachDocument(Map<String, String> except, DocumentCheck check) throws IOException, FeedException {
        forEachCase(recorded -> {
            for (Document document : recorded.documents()) {
                if (!except.containsKey(document.name()) && !except.containsKey(document.feed())) {
                    check.run(recorded, document.name());
                }
            }
        });
    }

    /** Does something with one document of a case. */
    private interface DocumentCheck {
        void run(RecordedSnapshot recorded, String document) throws IOException, FeedException;
    }

    private Parsed parse(RecordedSnapshot recorded) throws IOException, FeedException {
        return Contract.parse(provider(), recorded);
    }

    /** A release, the next one, and something that was amended: fewer cases show too little. */
    @Test
    public final void hasAtLeastThreeCases() throws IOException, FeedException {
        int count = Contract.cases(cases()).size();
        check(count >= FEWEST_CASES, cases() + " has " + count + " cases, expected at least " + FEWEST_CASES);
    }

    /** The folder of the cases is named by the id, and every feed's host is one that the provider may talk to. */
    @Test
    public final void saysWhoItIs() {
        ProviderInfo info = provider().info();
        check(cases().endsWith(info.id()), cases() + " is not named by the id " + info.id());
        check(!info.vendor().isBlank(), "the vendor is blank");
        check(!info.products().isEmpty(), "no product is named");
        check(!info.hosts().isEmpty(), "no host is named");
        check(info.equals(provider().info()), "info() differs between two calls");
    }

    /** The feeds have distinct names and addresses on hosts that {@link ProviderInfo#hosts} names. */
    @Test
    public final void declaresItsFeeds() {
        List<Feed> feeds = provider().feeds();
        check(!feeds.isEmpty(), "no feed is declared");
        Set<String> names = new HashSet<>();
        for (Feed feed : feeds) {
            check(names.add(feed.name()), "two feeds are named " + feed.name());
            check(
                    provider().info().hosts().contains(String.valueOf(feed.url().getHost())),
                    "the host of feed " + feed.name() + " is not among info().hosts(): " + feed.url());
        }
        check(feeds.equals(provider().feeds()), "feeds() differs between two calls");
    }

    /** Every document of a case belongs to a declared feed, so that a recording is what a fetch would bring. */
    @Test
    public final void declaresTheFeedOfEveryRecordedDocument() throws IOException, FeedException {
        Set<String> feeds = new TreeSet<>();
        provider().feeds().forEach(feed -> feeds.add(feed.name()));
        forEachCase(recorded -> {
            for (Document document : recorded.documents()) {
                check(feeds.contains(document.feed()), "no feed is declared for the document " + document.name());
            }
        });
    }

    /** Every case gives the updates and advisories in its {@code expected.json}. */
    @Test
    public final void givesTheExpectedUpdates() throws IOException, FeedException {
        forEachCase(recorded -> {
            Path expected = Contract.expected(recorded.path());
            Parsed parsed = parse(recorded);
            check(!parsed.equals(Parsed.NOTHING), "no update was found, and no FeedException was thrown");
            if (isRewriting()) {
                ExpectedUpdates.write(expected, parsed);
            }
            ExpectedUpdates.compare(expected, parsed);
        });
    }

    private static boolean isRewriting() {
        return "update".equals(System.getProperty("expected"));
    }

    /** A case whose {@code expected.json} is an object is refused, and the operator reads the reason that stands there. */
    @Test
    public final void refusesWhatItMust() throws IOException, FeedException {
        for (RecordedSnapshot recorded : Contract.refusals(cases())) {
            Path expected = Contract.expected(recorded.path());
            FeedException refused = refusal(recorded);
            if (isRewriting()) {
                ExpectedUpdates.write(expected, refused);
            }
            ExpectedUpdates.compare(expected, refused);
        }
    }

    private FeedException refusal(RecordedSnapshot recorded) throws IOException {
        try {
            parse(recorded);
        } catch (FeedException e) {
            return e;
        }
        throw new AssertionError(recorded.name() + ": accepted, although it must be refused");
    }

    /** Parsing is a pure function: the same snapshot gives the same updates in the same order, from any instance. */
    @Test
    public final void parsesTheSameTwice() throws IOException, FeedException {
        forEachCase(recorded -> {
            FeedProvider provider = provider();
            Parsed first = Contract.parse(provider, recorded);
            check(first.equals(Contract.parse(provider, recorded)), "a second parse gives something else");
            check(first.equals(parse(recorded)), "another instance gives something else");
        });
    }

    /** What a provider says to be unchanged since the case before is what it would give if it had read it again. */
    @Test
    public final void givesTheSameAfterTheCaseBefore() throws IOException, FeedException {
        List<RecordedSnapshot> recorded = Contract.cases(cases());
        for (int i = 1; i < recorded.size(); i++) {
            Parsed all = parse(recorded.get(i));
            Parsed amended = Contract.parseAfter(provider(), recorded.get(i - 1), recorded.get(i));
            check(amended.equals(all), recorded.get(i).name() + ": gives something else after the case before");
        }
    }

    /** No id is given twice. */
    @Test
    public final void givesEachIdOnce() throws IOException, FeedException {
        forEachCase(recorded -> {
            Parsed parsed = parse(recorded);
            Updates.checkIds(parsed.updates());
            Advisories.checkIds(parsed.advisories());
        });
    }

    /** Within a line, every version is there once. */
    @Test
    public final void givesEachVersionOfALineOnce() throws IOException, FeedException {
        forEachCase(recorded -> Updates.checkLines(parse(recorded).updates()));
    }

    /** Links are absolute, without user names, and https unless there is a digest of what they lead to. */
    @Test
    public final void givesSafeLinks() throws IOException, FeedException {
        forEachCase(recorded -> {
            Parsed parsed = parse(recorded);
            parsed.updates().forEach(Updates::checkLinks);
            parsed.advisories().forEach(Advisories::checkLinks);
        });
    }

    /** The bundle's policy can be read, and nothing that is found is held because it does not name a host, a type of file, or arguments. */
    @Test
    public final void staysWithinItsPolicy() throws IOException, FeedException {
        Policy policy = Policies.of(provider());
        forEachCase(recorded -> parse(recorded).updates().forEach(update -> Policies.check(policy, update)));
    }

    /** Parsing opens no connection and makes no thread, but by {@link Parallel}. */
    @Test
    public final void parsesWithoutNetworkAndThreads() throws IOException, FeedException {
        forEachCase(recorded -> Isolation.checkParse(provider(), recorded));
    }

    /** An empty document is refused, with a {@link FeedException} that names it. */
    @Test
    public final void refusesEmptyDocuments() throws IOException, FeedException {
        forEachDocument(
                mayBeEmpty(),
                (recorded, document) -> check(
                        !DamagedDocuments.isAcceptedEmpty(provider(), recorded, document),
                        "an empty " + document + " was accepted"));
    }

    /** A document cut short is refused, or gives fewer updates and advisories, or these with fewer files, bulletins, CVEs or fixes; never something else. */
    @Test
    public final void noticesDocumentsCutShort() throws IOException, FeedException {
        forEachDocument(
                cannotTellWhenCut(),
                (recorded, document) -> DamagedDocuments.checkCuts(provider(), recorded, document));
    }

    /** What is declared as an exception is one: documents that may be empty are accepted so, and of those that cannot tell, a cut goes unnoticed. */
    @Test
    public final void needsTheExceptionsThatItDeclares() throws IOException, FeedException {
        List<RecordedSnapshot> cases = Contract.cases(cases());
        for (String name : mayBeEmpty().keySet()) {
            boolean isNeeded = DamagedDocuments.isAnyAcceptedEmpty(provider(), cases, name);
            check(isNeeded, "mayBeEmpty() names " + name + ", which is refused when it is empty");
        }
        for (String name : cannotTellWhenCut().keySet()) {
            boolean isNeeded = DamagedDocuments.isAnyCutUnnoticed(provider(), cases, name);
            check(isNeeded, "cannotTellWhenCut() names " + name + ", of which each cut is noticed");
        }
    }

    /**
     * Documents of a feed that declares a signer are refused without its signature when they were fetched. Of a case with signatures, as the
     * vendor made them, a document is refused in which a bit is another.
     */
    @Test
    public final void refusesWhatItsSignerDidNotSign() throws IOException, FeedException {
        forEachCase(recorded -> {
            for (String document : signed(recorded)) {
                Signatures.demand(provider(), recorded, document);
            }
        });
    }

    private List<String> signed(RecordedSnapshot recorded) {
        return provider().feeds().stream()
                .filter(feed -> !feed.signer().isBlank())
                .flatMap(feed -> recorded.documents(feed).stream())
                .map(Document::name)
                .toList();
    }
}
