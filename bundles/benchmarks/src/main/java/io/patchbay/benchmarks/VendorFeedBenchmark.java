package io.patchbay.benchmarks;

import io.patchbay.provider.adobe.AdobeProvider;
import io.patchbay.provider.google.chrome.GoogleChromeProvider;
import io.patchbay.provider.mozilla.MozillaProvider;
import io.patchbay.provider.notepadplusplus.NotepadProvider;
import io.patchbay.provider.oracle.java.OracleJavaProvider;
import io.patchbay.provider.putty.PuttyProvider;
import io.patchbay.provider.sevenzip.SevenZipProvider;
import io.patchbay.provider.videolan.VideolanProvider;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading a release of a vendor into updates, as it is recorded or as upstreams send it ({@link SentDocuments} says how much that is and how it is
 * known), against bare passes over the same documents, each by the library of its format; with the collector that an engine has.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class VendorFeedBenchmark {
    private static final List<String> NO_DOCUMENTS = List.of("ORIGIN", "expected.json", "manifest.json");

    /** Where the recorded feeds are. */
    @Param("vendor-feeds")
    public String recorded = "";

    /** The case. */
    @Param({
        "7zip/2026-06-28-release-26.02",
        "adobe/2026-05-08-language-late",
        "google-chrome/2026-08-20-release-151.0.7922.174",
        "mozilla/2025-03-28-mfsa2025-19",
        "notepadplusplus/2026-07-28-offered-8.9.7",
        "oracle-java/2025-10-21-critical-patch-update",
        "putty/2026-08-16-release-0.85",
        "videolan/2024-09-26-cve-2024-46461"
    })
    public String release = "";

    /** How large its documents are. */
    @Param({"RECORDED", "SENT"})
    public FeedSize size = FeedSize.RECORDED;

    /** Where the samples of vendors are, which are kept beside the repository; needed for what is sent. */
    @Param("../shared/feeds")
    public String samples = "";

    private final MemorySnapshot snapshot = new MemorySnapshot();
    private FeedProvider provider = new SevenZipProvider();

    /** Reads the recording. */
    @Setup
    public void load() throws IOException {
        String vendor = release.substring(0, release.indexOf('/'));
        provider = provider(vendor);
        Path folder = Path.of(recorded, release);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!NO_DOCUMENTS.contains(name)) {
                    snapshot.with(name, file);
                }
            }
        }
        if (size == FeedSize.SENT) {
            new SentDocuments(vendor, Path.of(samples), snapshot).putBack();
        }
    }

    private static FeedProvider provider(String id) {
        return switch (id) {
            case "7zip" -> new SevenZipProvider();
            case "adobe" -> new AdobeProvider();
            case "google-chrome" -> new GoogleChromeProvider();
            case "mozilla" -> new MozillaProvider();
            case "notepadplusplus" -> new NotepadProvider();
            case "oracle-java" -> new OracleJavaProvider();
            case "putty" -> new PuttyProvider();
            default -> new VideolanProvider();
        };
    }

    /** The provider. */
    @Benchmark
    public void provider(Blackhole taken) throws IOException, FeedException {
        parse(taken::consume);
    }

    void parse(UpdateSink sink) throws IOException, FeedException {
        provider.parse(snapshot, sink);
    }

    /** How much there is to read. */
    long bytes() {
        return snapshot.documents().stream().mapToLong(Document::size).sum();
    }

    /** The bare libraries. */
    @Benchmark
    public void bare(Blackhole taken) throws IOException, XMLStreamException {
        for (Document document : snapshot.documents()) {
            BareLibraries.pass(document.name(), snapshot.bytes(document.name()), taken::consume);
        }
    }
}
