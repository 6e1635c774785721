package io.patchbay.benchmarks;

import com.ctc.wstx.stax.WstxInputFactory;
import io.patchbay.feeds.sdp.SdpCatalog;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

/** Reading a real third-party catalogue into updates, against bare loops over the same XML in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SdpBenchmark {
    /** A zip file of one XML, which is kept beside the repository. */
    @Param("../shared/feeds/microsoft/sdp/HpCatalogForSms-v1-2019.zip")
    public String sample = "";

    private byte[] xml = {};

    /** Expands the sample. */
    @Setup
    public void expand() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(Path.of(sample)))) {
            zip.getNextEntry();
            xml = zip.readAllBytes();
        }
    }

    /** The reader; each update is let go when it was handed over. */
    @Benchmark
    public void updates(Blackhole taken) throws IOException, FeedException {
        SdpCatalog.read(new ByteArrayInputStream(xml), "catalog", (Update update) -> taken.consume(update));
    }

    /** The bare library: every event. */
    @Benchmark
    public int woodstox() throws XMLStreamException {
        XMLStreamReader reader = open();
        int events = 0;
        while (reader.hasNext()) {
            events += reader.next();
        }
        return events;
    }

    /** The bare library, asked for what the reader has to ask for, too: names, attributes and texts as strings. */
    @Benchmark
    public void woodstoxValues(Blackhole taken) throws XMLStreamException {
        XMLStreamReader reader = open();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.CHARACTERS) {
                taken.consume(reader.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                taken.consume(reader.getLocalName());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    taken.consume(reader.getAttributeValue(i));
                }
            }
        }
    }

    private XMLStreamReader open() throws XMLStreamException {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }
}
