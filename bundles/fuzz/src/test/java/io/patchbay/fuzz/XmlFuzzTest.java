package io.patchbay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever calls itself XML is walked through or refused, and opens nothing. */
class XmlFuzzTest {
    static Stream<byte[]> seeds() throws IOException, FeedException {
        return Stream.concat(
                Seeds.documents("notepadplusplus/2026-07-14-release-8.9.7", "gup-x64.xml"), Seeds.hostile("xml"));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] bytes) throws IOException {
        try (XmlReader xml = Xml.open(new ByteArrayInputStream(bytes), "fuzz.xml", XmlLimits.DEFAULT)) {
            walk(xml, 0);
        } catch (FeedException e) {
            // Refused, as it may be.
        }
    }

    private static void walk(XmlReader xml, int depth) throws IOException, FeedException {
        while (xml.nextChild(depth)) {
            if (xml.attributes().isEmpty()) {
                walk(xml, xml.depth());
            } else {
                xml.text();
            }
        }
    }
}
