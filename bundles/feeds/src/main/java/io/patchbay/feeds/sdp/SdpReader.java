package io.patchbay.feeds.sdp;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InputStream;

/** Reads XML documents of one package or many, and counts the packages. */
final class SdpReader {
    /** Dell's catalogue is one document of 170 MB. */
    private static final XmlLimits LIMITS = XmlLimits.DEFAULT.withCharacters(1L << 30);

    private static final String PACKAGE = "SoftwareDistributionPackage";

    private final String source;
    private final UpdateSink sink;
    private int packages;

    SdpReader(String source, UpdateSink sink) {
        this.source = source;
        this.sink = sink;
    }

    int packages() {
        return packages;
    }

    /** Reads the document to its end, and closes the stream. */
    void read(InputStream in, String name) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(in, name, LIMITS)) {
            xml.nextChild(0);
            switch (xml.name()) {
                case "SystemsManagementCatalog" -> readPackages(xml);
                case PACKAGE -> readPackage(xml);
                default ->
                    throw xml.failure("expected a SystemsManagementCatalog or a " + PACKAGE + ", not " + xml.name());
            }
            xml.nextChild(0);
        }
    }

    private void readPackages(XmlReader xml) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals(PACKAGE)) {
                readPackage(xml);
            }
        }
    }

    private void readPackage(XmlReader xml) throws IOException, FeedException {
        packages++;
        xml.inside("package number " + packages);
        for (Update update : new PackageReader(xml, source).read()) {
            sink.accept(update);
        }
        xml.inside("");
    }
}
