package io.patchbay.testkit;

import io.patchbay.feeds.Text;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A provider that keeps the contract: each line of its list is {@code version address digest end}. Tests break it in one place. */
class ListProvider implements FeedProvider {
    static final Feed LIST = Feed.text("list", "https://vendor.example/list");
    static final String DIGEST = "0".repeat(64);

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("list", "Vendor", List.of(Product.named("Program", "")), "vendor.example");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(LIST);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        for (String line : Text.lines(snapshot, LIST)) {
            String[] fields = line.split(" ", -1);
            if (fields.length != 4 || !fields[3].equals("end")) {
                throw new FeedException(LIST.name(), line, "expected four fields");
            }
            sink.accept(update(fields[0], fields[1], fields[2]));
        }
    }

    static Update update(String version, String url, String digest) {
        return update(UpdateId.of("list", version), version, url, digest);
    }

    static Update update(UpdateId id, String version, String url, String digest) {
        List<Digest> digests =
                digest.equals("-") ? List.of() : List.of(new Digest(Digest.Algorithm.SHA256, digest, LIST.name()));
        ContentFile file = new ContentFile(
                "setup.exe", -1, digests, List.of(URI.create(url)), null, ContentFile.Patching.SELF_CONTAINED);
        Release release = Release.of(
                "Vendor",
                List.of(Product.named("Program", "")),
                Version.of(VersionScheme.DOTTED, version),
                new Line("Program", "release", Architecture.X64, "", "exe"),
                Architecture.X64,
                List.of(),
                Classification.UPDATES,
                null);
        return Update.builder(id, UpdateType.SOFTWARE)
                .release(release, LIST.name())
                .description(Description.english("Program " + version, ""), LIST.name())
                .files(List.of(file), LIST.name())
                .build();
    }
}
