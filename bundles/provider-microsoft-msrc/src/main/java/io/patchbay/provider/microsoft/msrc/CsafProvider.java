package io.patchbay.provider.microsoft.msrc;

import io.patchbay.provider.microsoft.msrc.CsafChanges.Change;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * MSRC's documents in CSAF 2.0: an advisory for each vulnerability, and VEX for the open-source components in Azure Linux. There are tens of
 * thousands, fetched one by one, so this provider is there only if it is configured; what did not change is not fetched again.
 */
@Component(configurationPid = "io.patchbay.msrc.csaf", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CsafProvider.Config.class)
public final class CsafProvider implements FeedProvider {
    /** The two trees, in the order in which they are believed. */
    private static final List<CsafTree> TREES = List.of(CsafTree.of("advisories"), CsafTree.of("vex"));

    private final String since;

    /** Called by the framework. */
    @Activate
    public CsafProvider(Config config) {
        this(config.since());
    }

    CsafProvider(String since) {
        this.since = since.isBlank() ? "" : LocalDate.parse(since.strip()).toString();
    }

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("microsoft-msrc-csaf", "Microsoft", MsrcProvider.PRODUCTS, "msrc.microsoft.com");
    }

    @Override
    public List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        for (CsafTree tree : TREES) {
            feeds.add(tree.changes());
            feeds.add(tree.documents());
        }
        return feeds;
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        for (CsafTree tree : TREES) {
            fetcher.fetch(tree.changes());
            List<Change> changes = CsafChanges.read(fetcher.snapshot(), tree.changes()).stream()
                    .filter(change -> change.isSince(since))
                    .toList();
            int done = 0;
            for (Change change : changes) {
                fetcher.progress(tree.documents().name(), done++, changes.size());
                String tag = Listed.tag(change.date(), fetcher.now());
                fetcher.fetch(tree.documents(), change.path(), URI.create(change.path()), tag);
            }
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Map<String, List<Document>> vulnerabilities = documents(snapshot);
        if (vulnerabilities.isEmpty()) {
            throw new FeedException(TREES.get(0).changes().name(), "", "expected documents, found none since " + since);
        }
        for (List<Document> documents : vulnerabilities.values()) {
            sink.accept(CsafAdvisory.read(snapshot, documents));
        }
    }

    /** The documents by path: the same vulnerability can be in both trees. */
    private Map<String, List<Document>> documents(Snapshot snapshot) throws IOException, FeedException {
        Map<String, List<Document>> documents = new TreeMap<>();
        for (CsafTree tree : TREES) {
            tree.collect(snapshot, since, documents);
        }
        return documents;
    }

    /** The keys of the configuration. */
    @ObjectClassDefinition(
            id = "io.patchbay.msrc.csaf",
            name = "Patchbay: MSRC's CSAF documents",
            description = "Read besides MSRC's monthly documents, if this configuration exists.")
    public @interface Config {
        @AttributeDefinition(
                description = "Only what was revised on this day or later, such as 2024-01-01; blank for all.")
        String since() default "";
    }
}
