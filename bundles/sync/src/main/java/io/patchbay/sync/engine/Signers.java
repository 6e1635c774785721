package io.patchbay.sync.engine;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Update;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who signed the documents of a snapshot. A provider refuses a fetched document of a feed with a signer unless the signature is right; what
 * an operator handed in may lack it, so nobody vouches for that.
 */
final class Signers {
    private final Map<String, String> byDocument;

    private Signers(Map<String, String> byDocument) {
        this.byDocument = byDocument;
    }

    /** The signers of a snapshot's documents, by what the provider demands of its feeds. */
    static Signers of(List<Feed> feeds, Snapshot snapshot) {
        Map<String, String> found = new HashMap<>();
        for (Feed feed : feeds) {
            if (!feed.signer().isBlank()) {
                snapshot.documents(feed).stream()
                        .filter(Signers::wasFetched)
                        .forEach(document -> found.put(document.name(), feed.signer()));
            }
        }
        return new Signers(found);
    }

    private static boolean wasFetched(Document document) {
        return document.url() != null;
    }

    /** The update, each of whose digests tells the signer of the document that it was read from; whatever the provider said of that. */
    Update mark(Update update) {
        boolean right = update.files().stream().allMatch(this::isMarked);
        return right
                ? update
                : update.withFiles(update.files().stream().map(this::mark).toList());
    }

    private boolean isMarked(ContentFile file) {
        return file.digests().stream().allMatch(digest -> digest.signer().equals(signer(digest)));
    }

    private ContentFile mark(ContentFile file) {
        return file.withDigests(file.digests().stream()
                .map(digest -> digest.signedBy(signer(digest)))
                .toList());
    }

    private String signer(Digest digest) {
        return byDocument.getOrDefault(digest.source(), "");
    }
}
