package io.patchbay.benchmarks;

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.MetadataReader;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Reading the update documents of a real WSUS export, one by one, against bare loops over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class UpdateDocumentBenchmark {
    private static final Pattern RECORD = Pattern.compile("[0-9a-f-]{36},[0-9a-f]{8},([0-9a-f]{8}),");

    /** The export, which is kept beside the repository. */
    @Param("../shared/feeds/microsoft/wsus-export/wsus-export-2020-04-21.cab")
    public String sample = "";

    private final List<byte[]> documents = new ArrayList<>();

    /** Takes the documents out of the export. */
    @Setup
    public void expand() throws IOException {
        String records = metadata();
        Matcher record = RECORD.matcher(records);
        for (int at = 0; record.find(at); ) {
            at = record.end() + Integer.parseInt(record.group(1), 16);
            documents.add(records.substring(record.end(), at).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String metadata() throws IOException {
        try (CabinetReader cabinet = new CabinetReader(Files.newInputStream(Path.of(sample)), CabinetLimits.DEFAULT)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                if (member.name().equals("metadata.txt")) {
                    return new String(cabinet.content().readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException(sample + " has no metadata.txt");
    }

    /** The reader. */
    @Benchmark
    public void metadata(Blackhole taken) throws IOException, FeedException {
        for (byte[] document : documents) {
            MetadataReader reader = new MetadataReader("export");
            try (XmlReader xml = Xml.open(new ByteArrayInputStream(document), "export", XmlLimits.DEFAULT)) {
                reader.read(xml);
            }
            taken.consume(reader.result());
        }
    }

    /** The bare library: every event. */
    @Benchmark
    public void woodstox(Blackhole taken) throws XMLStreamException {
        for (byte[] document : documents) {
            taken.consume(BareLibraries.woodstox(new ByteArrayInputStream(document)));
        }
    }

    /** The bare library, asked for names, attributes and texts as strings. */
    @Benchmark
    public void woodstoxValues(Blackhole taken) throws XMLStreamException {
        for (byte[] document : documents) {
            BareLibraries.woodstoxValues(new ByteArrayInputStream(document), taken::consume);
        }
    }
}
