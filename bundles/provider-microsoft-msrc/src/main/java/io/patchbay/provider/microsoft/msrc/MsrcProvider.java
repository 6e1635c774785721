package io.patchbay.provider.microsoft.msrc;

import io.patchbay.model.Advisory;
import io.patchbay.model.Product;
import io.patchbay.provider.microsoft.msrc.MonthIndex.Month;
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
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * The Microsoft Security Response Center's monthly documents (CVRF), from April 2016 on: what each vulnerability is, and which update fixes
 * it for which product. A month is revised now and then; one that was not is not fetched again.
 */
@Component
public final class MsrcProvider implements FeedProvider {
    static final Feed MONTHS = Feed.of("cvrf", "https://api.msrc.microsoft.com/cvrf/v3.0/cvrf/", Feed.Format.XML)
            .withSizeLimit(64L << 20);
    static final List<Product> PRODUCTS = List.of(
            Product.named("Windows", "Windows"),
            Product.named("Microsoft Office", "Office"),
            Product.named("Microsoft Edge", "Browser"),
            Product.named("Developer tools", "Developer Tools"));

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("microsoft-msrc", "Microsoft", PRODUCTS, "api.msrc.microsoft.com");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(MonthIndex.FEED, MONTHS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(MonthIndex.FEED);
        List<Month> months = MonthIndex.read(fetcher.snapshot());
        int done = 0;
        for (Month month : months) {
            fetcher.progress(MONTHS.name(), done++, months.size());
            fetcher.fetch(MONTHS, month.id(), URI.create(month.id()), Listed.tag(month.current(), fetcher.now()));
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Set<String> given = new HashSet<>();
        for (Month month : MonthIndex.read(snapshot)) {
            Document document = document(snapshot, month);
            Intake intake = new Intake(document, given, sink);
            MonthReader.read(snapshot, document, intake);
            intake.requireSome();
        }
    }

    private static Document document(Snapshot snapshot, Month month) throws FeedException {
        String name = MONTHS.name() + '/' + month.id();
        return snapshot.document(name)
                .orElseThrow(() -> new FeedException(MonthIndex.FEED.name(), month.id(), name + " is missing"));
    }

    /**
     * What one month gives. Some advisories are in several months, because the list in them is brought up to date: the newest month's
     * holds.
     */
    private static final class Intake implements MonthReader.Taker {
        private final Document document;
        private final Set<String> given;
        private final UpdateSink sink;
        private final Addresses addresses = new Addresses();
        private boolean some;

        Intake(Document document, Set<String> given, UpdateSink sink) {
            this.document = document;
            this.given = given;
            this.sink = sink;
        }

        @Override
        public void take(Vulnerability vulnerability, Map<String, String> products) throws FeedException {
            some = true;
            Advisory advisory = advisory(vulnerability, products);
            if (given.add(advisory.id())) {
                sink.accept(advisory);
            }
        }

        private Advisory advisory(Vulnerability vulnerability, Map<String, String> products) throws FeedException {
            try {
                return new CvrfAdvisory(vulnerability, products, addresses).read(document.name());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new FeedException(document.name(), vulnerability.id(), "not an advisory: " + e.getMessage(), e);
            }
        }

        void requireSome() throws FeedException {
            if (!some) {
                throw new FeedException(document.name(), "", "expected vulnerabilities, found none");
            }
        }
    }
}
