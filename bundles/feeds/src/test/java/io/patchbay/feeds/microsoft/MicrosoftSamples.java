package io.patchbay.feeds.microsoft;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real documents, which are not in the repository: tests fail in CI without them, and say elsewhere that they were left out. */
final class MicrosoftSamples {
    private static final Path FOLDER =
            Path.of(System.getProperty("patchbay.root", "."), "..", "shared", "feeds", "microsoft");

    private MicrosoftSamples() {}

    /** What a real document says; empty if the samples are not there. */
    static Optional<UpdateMetadata> read(String... documents) throws Exception {
        MetadataReader reader = new MetadataReader("sample");
        for (String document : documents) {
            Path file = FOLDER.resolve(document);
            if (!Files.exists(file)) {
                assertNotEquals("true", System.getenv("CI"), "CI needs the samples: " + file);
                System.out.println("left out, no sample " + file);
                return Optional.empty();
            }
            read(reader, Files.newInputStream(file), document);
        }
        return Optional.of(reader.result());
    }

    /** What these fragments say. */
    static UpdateMetadata of(String... fragments) throws Exception {
        MetadataReader reader = new MetadataReader("test");
        for (String fragment : fragments) {
            read(reader, stream(fragment), "test");
        }
        return reader.result();
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void read(MetadataReader reader, InputStream in, String name) throws Exception {
        try (in;
                XmlReader xml = Xml.fragments(in, name, XmlLimits.DEFAULT)) {
            reader.read(xml);
        }
    }
}
