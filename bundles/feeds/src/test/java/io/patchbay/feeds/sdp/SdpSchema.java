package io.patchbay.feeds.sdp;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Microsoft's schemas, which are not in the repository: tests fail in CI without them, and say elsewhere that they were left out. */
final class SdpSchema {
    static final Path SAMPLES =
            Path.of(System.getProperty("patchbay.root", "."), "..", "shared", "feeds", "microsoft", "sdp");

    /** The schema of a catalogue is not among Microsoft's: it is a list of packages. */
    private static final String CATALOG =
            """
            <schema xmlns="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
                targetNamespace="http://schemas.microsoft.com/sms/2005/04/CorporatePublishing/SystemsManagementCatalog.xsd"
                xmlns:sdp="http://schemas.microsoft.com/wsus/2005/04/CorporatePublishing/SoftwareDistributionPackage.xsd">
              <import schemaLocation="SoftwareDistributionPackage.xsd"
                  namespace="http://schemas.microsoft.com/wsus/2005/04/CorporatePublishing/SoftwareDistributionPackage.xsd"/>
              <import schemaLocation="WindowsDriver.xsd"
                  namespace="http://schemas.microsoft.com/wsus/2005/04/CorporatePublishing/Installers/WindowsDriver.xsd"/>
              <element name="SystemsManagementCatalog"><complexType><sequence>
                <element name="SoftwareDistributionPackage" type="sdp:SoftwareDistributionPackage" maxOccurs="unbounded"/>
              </sequence></complexType></element>
            </schema>
            """;

    private SdpSchema() {}

    /** A sample, if it is there. */
    static Optional<Path> sample(String name) {
        Path sample = SAMPLES.resolve(name);
        if (Files.exists(sample)) {
            return Optional.of(sample);
        }
        assertNotEquals("true", System.getenv("CI"), "CI needs the samples: " + sample);
        System.out.println("left out, no sample " + sample);
        return Optional.empty();
    }

    /** Fails if the XML in the cabinet is not as the schemas say. */
    static void check(byte[] cabinet) throws IOException, SAXException {
        Optional<Path> folder = sample("schema");
        if (folder.isEmpty()) {
            return;
        }
        try (CabinetReader reader = new CabinetReader(new ByteArrayInputStream(cabinet), CabinetLimits.DEFAULT)) {
            reader.next();
            schema(folder.get()).newValidator().validate(new StreamSource(reader.content()));
        }
    }

    private static Schema schema(Path folder) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        String base = folder.resolve("SystemsManagementCatalog.xsd").toUri().toString();
        return factory.newSchema(new StreamSource(new StringReader(CATALOG), base));
    }
}
