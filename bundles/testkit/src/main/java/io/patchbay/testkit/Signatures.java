package io.patchbay.testkit;

import static io.patchbay.testkit.Contract.check;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;

/** Checks that a provider demands the signature that its feed declares. */
final class Signatures {
    private static final int PLACES_TO_ALTER = 5;

    private Signatures() {}

    /** Of a signed document. Most cases lack the signature, since only the vendor can make one: as if fetched, those must be refused. */
    static void demand(FeedProvider provider, RecordedSnapshot recorded, String document)
            throws IOException, FeedException {
        RecordedSnapshot fetched = recorded.fetched();
        if (isRefused(provider, fetched)) {
            return;
        }
        check(isAnyOtherNeeded(provider, fetched, document), "a fetched " + document + " is accepted unsigned");
        int length = recorded.bytes(document).length;
        for (int place = 0; place < PLACES_TO_ALTER; place++) {
            int at = (int) ((long) (length - 1) * place / (PLACES_TO_ALTER - 1));
            RecordedSnapshot altered = fetched.with(document, altered(fetched.bytes(document), at));
            check(isRefused(provider, altered), document + " is accepted with another byte at " + at);
        }
    }

    /** Whether there is a document, such as one with a signature, without which the signed one is refused. */
    private static boolean isAnyOtherNeeded(FeedProvider provider, RecordedSnapshot fetched, String document)
            throws IOException {
        for (Document other : fetched.documents()) {
            if (!other.name().equals(document) && isRefused(provider, fetched.without(other.name()))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] altered(byte[] bytes, int place) {
        bytes[place] ^= 1;
        return bytes;
    }

    private static boolean isRefused(FeedProvider provider, RecordedSnapshot snapshot) throws IOException {
        try {
            Contract.parse(provider, snapshot);
            return false;
        } catch (FeedException e) {
            return true;
        }
    }
}
