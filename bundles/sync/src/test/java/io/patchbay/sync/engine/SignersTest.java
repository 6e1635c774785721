package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignersTest {
    private static final Feed SIGNED =
            Feed.text("sums", "https://vendor.example/").withSigner("Vendor, OpenPGP");
    private static final Feed PLAIN = Feed.text("plain", "https://vendor.example/plain");

    @TempDir
    Path folder;

    private Signers signers(@Nullable URI url) throws IOException {
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve("snapshot"))) {
            for (String document : List.of("sums/1.0", "plain")) {
                writer.put(
                        SnapshotFolder.origin(
                                document, document.split("/", 2)[0], url, Instant.EPOCH, 200, null, null, null),
                        new ByteArrayInputStream(new byte[] {'x'}));
            }
            return Signers.of(List.of(SIGNED, PLAIN), writer.finish(Snapshot.Extent.FULL, Optional.empty()));
        }
    }

    private static Digest digest(String source) {
        return new Digest(Digest.Algorithm.SHA256, "0".repeat(64), source);
    }

    private static Update update(Digest digest) {
        ContentFile file =
                new ContentFile("a.exe", 7, List.of(digest), List.of(), null, ContentFile.Patching.SELF_CONTAINED);
        return Update.builder(UpdateId.of("vendor", "a"), UpdateType.SOFTWARE)
                .files(List.of(file), "plain")
                .build();
    }

    @Test
    void tellsWhoSignedTheDocumentOfADigest() throws IOException {
        Signers signers = signers(SIGNED.url());
        Update marked = signers.mark(update(digest("sums/1.0")));
        assertEquals(update(digest("sums/1.0").signedBy("Vendor, OpenPGP")), marked);
        assertEquals(update(digest("sums/1.0")).sources(), marked.sources());
        Update plain = update(digest("plain"));
        assertSame(plain, signers.mark(plain));
        Update elsewhere = update(digest("sums"));
        assertSame(elsewhere, signers.mark(elsewhere));
    }

    @Test
    void believesNoProviderThatSaysSoItself() throws IOException {
        Update claimed = update(digest("plain").signedBy("Vendor, OpenPGP"));
        assertEquals(update(digest("plain")), signers(SIGNED.url()).mark(claimed));
    }

    @Test
    void vouchesForNothingThatAnOperatorHandedIn() throws IOException {
        Update recorded = update(digest("sums/1.0"));
        assertSame(recorded, signers(null).mark(recorded));
    }
}
