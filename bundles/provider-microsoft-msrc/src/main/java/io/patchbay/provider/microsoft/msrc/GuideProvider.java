package io.patchbay.provider.microsoft.msrc;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The tables behind MSRC's Security Update Guide: vulnerabilities, the products they affect, deployments of KB articles, and advisories. They
 * mostly repeat what the monthly documents say, at ten times the size and without a mark of what changed, so this provider is there only if
 * it is configured.
 */
@Component(configurationPid = "io.patchbay.msrc.guide", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GuideProvider.Config.class)
public final class GuideProvider implements FeedProvider {
    private static final String TABLES = "https://api.msrc.microsoft.com/sug/v2.0/sugodata/v2.0/en-US/";

    static final Feed VULNERABILITIES = table("vulnerability");
    static final Feed PRODUCTS = table("affectedProduct");
    static final Feed DEPLOYMENTS = table("deployment");
    static final Feed ADVISORIES = table("advisory");

    private final String since;

    /** Called by the framework. */
    @Activate
    public GuideProvider(Config config) {
        this(config.since());
    }

    GuideProvider(String since) {
        this.since = since.isBlank() ? "" : LocalDate.parse(since.strip()).toString();
    }

    private static Feed table(String name) {
        return Feed.json(name, TABLES + name).withSizeLimit(64L << 20).withFreshness(Duration.ofDays(7));
    }

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("microsoft-msrc-guide", "Microsoft", MsrcProvider.PRODUCTS, "api.msrc.microsoft.com");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(VULNERABILITIES, PRODUCTS, DEPLOYMENTS, ADVISORIES);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        for (Feed table : feeds()) {
            String date = table.equals(ADVISORIES) ? "publishDate" : "releaseDate";
            String filter = since.isEmpty() ? "" : "&$filter=" + date + "%20ge%20" + since + "T00:00:00Z";
            new GuidePages(fetcher, table).fetch("$skip=0" + filter);
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Guide guide = new Guide(sink);
        for (Document page : pages(snapshot, PRODUCTS)) {
            GuideRow.read(snapshot, page, row -> guide.product(row, page.name()));
        }
        for (Document page : pages(snapshot, VULNERABILITIES)) {
            GuideRow.read(snapshot, page, row -> guide.vulnerability(row, page.name()));
        }
        for (Document page : pages(snapshot, ADVISORIES)) {
            GuideRow.read(snapshot, page, row -> guide.advisory(row, page.name()));
        }
        for (Document page : pages(snapshot, DEPLOYMENTS)) {
            GuideRow.read(snapshot, page, row -> guide.deployment(row, page.name()));
        }
        guide.finish();
    }

    private static List<Document> pages(Snapshot snapshot, Feed table) throws FeedException {
        List<Document> pages = snapshot.documents(table);
        if (pages.isEmpty()) {
            throw new FeedException(table.name(), "", "the snapshot " + snapshot.name() + " has no page of it");
        }
        return pages;
    }

    /** The keys of the configuration. */
    @ObjectClassDefinition(
            id = "io.patchbay.msrc.guide",
            name = "Patchbay: the tables of MSRC's guide",
            description = "Read besides MSRC's monthly documents, if this configuration exists.")
    public @interface Config {
        @AttributeDefinition(
                description = "Only what was released on this day or later, such as 2024-01-01; blank for all.")
        String since() default "";
    }
}
