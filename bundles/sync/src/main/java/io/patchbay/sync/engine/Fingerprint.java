package io.patchbay.sync.engine;

import io.patchbay.feeds.Sha256;
import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.osgi.framework.Version;

/** One text for what was parsed by what: the same documents read by the same provider version need not be read again. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Snapshot snapshot, Version provider) {
        MessageDigest digest = Sha256.newDigest();
        update(digest, provider.toString());
        update(digest, snapshot.extent().name());
        return of(digest, snapshot.documents());
    }

    /** One text for the names and bytes of documents. */
    static String of(List<Document> documents) {
        return of(Sha256.newDigest(), documents);
    }

    private static String of(MessageDigest digest, List<Document> documents) {
        for (Document document : documents) {
            update(digest, document.name());
            update(digest, document.sha256());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
