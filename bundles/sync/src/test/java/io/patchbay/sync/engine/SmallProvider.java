package io.patchbay.sync.engine;

import io.patchbay.feeds.Html;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.OpenPgpSigner;
import io.patchbay.feeds.Text;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.VersionText;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Feed.Format;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Providers of a page for one document each, that believe it as far as its format goes: what is wrong is left to the review. */
enum SmallProvider implements FeedProvider {
    NOTEPAD("gup.xml", Format.XML, "github.com", "objects.githubusercontent.com", "notepad-plus-plus.org") {
        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            Map<String, String> texts = new HashMap<>();
            try (XmlReader xml = Xml.open(snapshot, feed(), XmlLimits.DEFAULT)) {
                if (!xml.nextChild(0) || !xml.name().equals("GUP")) {
                    throw xml.failure("expected an element GUP");
                }
                while (xml.nextChild(1)) {
                    texts.put(xml.name(), xml.text());
                }
            }
            String version = VersionText.of(
                    VersionScheme.DOTTED, texts.getOrDefault("Version", ""), feed().name(), "/GUP/Version");
            String url = texts.getOrDefault("Location", "");
            sink.accept(update("Notepad++", "x64", version, name(url), url, null));
        }
    },

    SEVEN_ZIP("download.html", Format.HTML, "www.7-zip.org", "7-zip.org") {
        private static final Pattern VERSION = Pattern.compile("7z([0-9]{2})([0-9]{2})");

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            List<Element> links = Html.read(snapshot, feed()).select("td.Item > a[href]");
            Matcher version = VERSION.matcher(links.toString());
            if (links.isEmpty() || !version.find()) {
                throw new FeedException(feed().name(), "td.Item", "expected downloads, found none");
            }
            List<String> suffixes = List.of("-x64.exe", ".exe", "-arm64.exe");
            for (int i = 0; i < links.size(); i++) {
                String number = version.group(1) + '.' + version.group(2);
                String name = version.group() + suffixes.get(i);
                sink.accept(update(
                        "7-Zip", suffixes.get(i), number, name, links.get(i).absUrl("href"), null));
            }
        }
    },

    HASHES("hash.json", Format.JSON, "7-zip.org") {
        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            Value value = Json.read(snapshot, feed());
            String url = value.get("url").text();
            String product = value.get("product").text();
            String sha256 = value.get("sha256").text();
            sink.accept(update(product, "x64", value.get("version").text(), name(url), url, sha256));
        }
    },

    MOZILLA("versions.json", Format.JSON, "archive.mozilla.org") {
        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            Value versions = Json.read(snapshot, feed());
            for (String key : List.of("LATEST_FIREFOX_VERSION", "FIREFOX_ESR")) {
                if (versions.find(key).isPresent()) {
                    String version = versions.get(key).text().replace("esr", "");
                    String url = "https://archive.mozilla.org/" + key + '/' + version + "/setup.exe";
                    sink.accept(update(key, "x64", version, "setup.exe", url, null));
                }
            }
        }
    },

    VLC("status.txt", Format.TEXT, "get.videolan.org") {
        private final OpenPgpSigner signer = new OpenPgpSigner(
                Feed.of("keys", "https://get.videolan.org/keys", Format.BINARY),
                Set.of("0000000000000000000000000000000000000000"));

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            List<String> lines = Text.lines(snapshot, feed());
            if (lines.size() < 3) {
                throw new FeedException(Code.TRUNCATED, feed().name(), "", "expected three lines");
            }
            signer.verify(snapshot, feed().name(), feed().name() + ".asc");
            sink.accept(update("VLC", "x64", lines.get(0), name(lines.get(1)), lines.get(1), null));
        }
    };

    /** What every update of them is installed with, whatever a feed says. */
    static final String ARGUMENTS = "/S";

    private final Feed feed;
    private final Set<String> hosts;

    SmallProvider(String document, Format format, String... hosts) {
        this.feed = Feed.of(document, "https://" + hosts[0] + '/' + document, format);
        this.hosts = Set.of(hosts);
    }

    Feed feed() {
        return feed;
    }

    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(id(), "Example", List.of(Product.named("Example", "Example")), hosts);
    }

    @Override
    public List<Feed> feeds() {
        return List.of(feed);
    }

    static String name(String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        return name.isEmpty() ? "setup.exe" : name;
    }

    Update update(String product, String channel, String version, String name, String url, @Nullable String sha256) {
        List<Digest> digests = sha256 == null ? List.of() : List.of(new Digest(Algorithm.SHA256, sha256, feed.name()));
        Release release = Release.of(
                "Example",
                List.of(Product.named(product, "Example")),
                Version.of(VersionScheme.DOTTED, version),
                new Line(product, "release", Architecture.ANY, channel, "exe"),
                Architecture.ANY,
                List.of(),
                Classification.UPDATES,
                null);
        return Update.builder(UpdateId.of(id(), product, channel, version), UpdateType.SOFTWARE)
                .release(release, feed.name())
                .description(Description.english(product + ' ' + version, ""), feed.name())
                .files(
                        List.of(new ContentFile(
                                name, -1, digests, List.of(URI.create(url)), null, Patching.SELF_CONTAINED)),
                        feed.name())
                .installation(
                        Installation.of(Handler.COMMAND_LINE, name, ARGUMENTS, null, List.of(), Reboot.NEVER),
                        feed.name())
                .build();
    }
}
