package io.patchbay.provider.microsoft.wsus;

import static io.patchbay.provider.microsoft.wsus.MicrosoftWsusProvider.CATEGORIES;
import static io.patchbay.provider.microsoft.wsus.MicrosoftWsusProvider.UPDATES;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * A sync as a downstream server does it (MS-WSUSSS, 3.2.4.2): categories and detectoids first, then updates. Lists become documents last of
 * all, so that it can begin anew at any time and goes on from what it has.
 */
final class WsusSync {
    private final Fetcher fetcher;
    private final Session session;

    WsusSync(Fetcher fetcher) {
        this.fetcher = fetcher;
        this.session = new Session(fetcher);
    }

    /** A busy upstream can be asked again later; what else it refuses for good ends the sync. */
    void run() throws IOException, FeedException {
        try {
            sync(server());
        } catch (SoapFault fault) {
            if (fault.isBusy()) {
                throw fault;
            }
            throw fault.failure();
        }
    }

    private void sync(String server) throws IOException, FeedException {
        try {
            sync(SyncState.parse(fetcher.anchor()).of(server));
        } catch (SoapFault fault) {
            if (!fault.invalidatesAnchors()) {
                throw fault;
            }
            sync(SyncState.none(server));
        }
    }

    private String server() throws IOException {
        URI address = fetcher.address(UPDATES);
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private void sync(SyncState before) throws IOException, FeedException {
        ServerConfig config = session.ask(Operation.GET_CONFIG_DATA, "", ServerConfig::read);
        Listing categories =
                Listing.ask(fetcher, session, CATEGORIES, before.categories(), RevisionFilter::configuration);
        get(categories, config);
        RevisionFilter filter = filter(config);
        String since = before.filter().equals(filter.digest()) ? before.updates() : "";
        Listing updates = Listing.ask(fetcher, session, UPDATES, since, filter::xml);
        get(updates, config);
        categories.keep(fetcher);
        updates.keep(fetcher);
        SyncState after = new SyncState(before.server(), filter.digest(), categories.anchor(), updates.anchor());
        fetcher.anchor(after.toString(), Snapshot.Extent.FULL);
    }

    /** Gets the listed revisions that are not there, and takes the others over. */
    private void get(Listing listing, ServerConfig config) throws IOException, FeedException {
        Feed feed = listing.feed();
        Holdings holdings = new Holdings(fetcher, feed);
        HighestRevisions counting = holdings.of(listing.revisions());
        List<Revision> missing = listing.revisions().without(counting);
        List<Revision> obtained = new Download(fetcher, session, feed).get(missing, config.updatesPerRequest());
        counting.addAll(obtained);
        holdings.takeOver(counting, obtained);
    }

    /** A WSUS has been told by its administrator what to offer, and offers all of that. */
    private RevisionFilter filter(ServerConfig config) throws IOException, FeedException {
        SyncFilter wanted = fetcher.filter();
        if (!config.microsoft() || wanted.equals(SyncFilter.EVERYTHING)) {
            return RevisionFilter.EVERYTHING;
        }
        return RevisionFilter.of(wanted, config, CategoryTable.read(fetcher.snapshot(), (document, revision) -> true));
    }
}
