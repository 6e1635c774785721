package io.patchbay.provider.microsoft.catalog;

import io.patchbay.feeds.ParsedDocuments;
import io.patchbay.feeds.config.CommaList;
import io.patchbay.model.Product;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The Microsoft Update Catalogue, the web site: all that its pages say about the updates that some searches find. It has what other sources
 * lack, such as drivers and previews, but can only be searched, so this provider is there only if searches are configured.
 */
@Component(configurationPid = "io.patchbay.microsoft.catalog", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MicrosoftCatalogProvider.Config.class)
public final class MicrosoftCatalogProvider implements FeedProvider {
    private static final String SITE = "https://www.catalog.update.microsoft.com/";
    private static final String AGENT = "Mozilla/5.0 (compatible; Patchbay)";

    static final Feed SEARCHES = page("search", "Search.aspx");
    static final Feed DETAILS = page("details", "ScopedViewInline.aspx");
    static final Feed DOWNLOADS = page("downloads", "DownloadDialog.aspx");

    /** As many as five searches find at most. */
    private static final int PAGES = 5_000;

    private final ParsedDocuments<Optional<Details>> details = ParsedDocuments.atMost(PAGES);
    private final List<String> searches;
    private final Clock clock;

    /** Called by the framework. */
    @Activate
    public MicrosoftCatalogProvider(Config config) {
        this(CommaList.read(config.searches()), Clock.systemUTC());
    }

    MicrosoftCatalogProvider(List<String> searches, Clock clock) {
        this.searches = searches;
        this.clock = clock;
        if (this.searches.isEmpty()) {
            throw new IllegalArgumentException("io.patchbay.microsoft.catalog: searches is empty");
        }
    }

    /** The site asks for nothing, but it is slow, and answers clients that hurry with pages of errors. */
    private static Feed page(String name, String address) {
        return Feed.html(name, SITE + address)
                .withUserAgent(AGENT)
                .withSpacing(Duration.ofSeconds(1))
                .withFreshness(Duration.ofDays(7));
    }

    @Override
    public ProviderInfo info() {
        List<Product> products = Stream.of("Windows", "Microsoft Office", "Drivers", "Microsoft SQL Server")
                .map(name -> Product.named(name, ""))
                .toList();
        return ProviderInfo.of("microsoft-catalog", "Microsoft", products, "www.catalog.update.microsoft.com");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(SEARCHES, DETAILS, DOWNLOADS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        new CatalogFetch(fetcher, clock.instant()).fetch(searches);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        for (Found found : SearchResult.read(snapshot).updates()) {
            sink.accept(update(snapshot, found));
        }
    }

    private Update update(Snapshot snapshot, Found found) throws IOException, FeedException {
        CatalogUpdate update = new CatalogUpdate(found);
        Document page = document(snapshot, DETAILS, found.id());
        Optional<Details> said = details.of(snapshot, page, DetailsPage::read);
        if (said.isPresent()) {
            update.with(said.get(), page.name());
        }
        Document dialog = document(snapshot, DOWNLOADS, found.id());
        return update.with(DownloadDialog.read(snapshot, dialog, found.id()), dialog.name());
    }

    private static Document document(Snapshot snapshot, Feed feed, UpdateId id) throws FeedException {
        String name = feed.name() + '/' + id;
        return snapshot.document(name)
                .orElseThrow(() -> new FeedException(SEARCHES.name(), id.toString(), name + " is missing"));
    }

    /** The keys of the configuration. */
    @ObjectClassDefinition(
            id = "io.patchbay.microsoft.catalog",
            name = "Patchbay: the Microsoft Update Catalogue",
            description = "Searched if this configuration exists.")
    public @interface Config {
        @AttributeDefinition(
                description =
                        "What to search for, each as one would type it there: KB5025239, a title, an update's id, a "
                                + "hardware id. A search that finds 1000 updates or more is refused, because no more are shown.")
        String[] searches();
    }
}
