package io.patchbay.provider.microsoft.scan;

import io.patchbay.model.Product;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Microsoft's security updates, update rollups and service packs, from the file that Windows Update Agent scans with offline. It appears
 * about twice a month. It is read as it goes by, never expanded to disk; what is as it was the last time is not read again.
 */
@Component
public final class MicrosoftScanProvider implements FeedProvider {
    private static final long GIBIBYTE = 1L << 30;

    /** Where Microsoft's short link 74689 leads; the same file is at {@code download.windowsupdate.com}, by http only. */
    static final Feed SCAN_FILE = Feed.of(
                    "wsusscn2.cab",
                    "https://catalog.s.download.windowsupdate.com/microsoftupdate/v6/wsusscan/wsusscn2.cab",
                    Feed.Format.CABINET)
            .withSizeLimit(2 * GIBIBYTE)
            .withFreshness(Duration.ofDays(35));

    @Override
    public ProviderInfo info() {
        List<Product> products = List.of(
                Product.named("Windows", "Windows"),
                Product.named("Microsoft Office", "Office"),
                Product.named("Microsoft SQL Server", "SQL Server"),
                Product.named("Microsoft Exchange Server", "Exchange"));
        return ProviderInfo.of(
                "microsoft-scan",
                "Microsoft",
                products,
                "catalog.s.download.windowsupdate.com",
                "download.windowsupdate.com");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(SCAN_FILE);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        new ScanFile(snapshot, new Effort()).read(sink);
    }
}
