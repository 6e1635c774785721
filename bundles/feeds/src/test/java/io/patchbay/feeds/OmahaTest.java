package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Omaha.Build;
import io.patchbay.feeds.Omaha.Offer;
import io.patchbay.model.Architecture;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OmahaTest {
    private static final Omaha SERVICE = Omaha.of("https://update.example/service", "{1-2}", "_setup");
    private static final String ANSWER =
            """
        <response protocol="3.0"><app appid="{1-2}" status="ok"><updatecheck status="ok">
          <urls><url codebase="http://a.example/"/><url codebase="https://a.example/1/"/></urls>
          <manifest version="1.2.3.4"><packages><package name="1.2.3.4_setup.exe" size="7" hash_sha256="%s"/></packages></manifest>
        </updatecheck></app></response>"""
                    .formatted("0".repeat(64));

    private static List<Offer> read(String arm64) throws Exception {
        Documents answers = new Documents()
                .with("offers/beta-x86.xml", ANSWER)
                .with("offers/beta-x64.xml", ANSWER)
                .with("offers/beta-arm64.xml", arm64);
        return SERVICE.read(answers, "beta");
    }

    @Test
    void readsWhatEachProcessorGets() throws Exception {
        List<Offer> offers = read(ANSWER.replace("1.2.3.4", "1.2.3.5"));
        assertEquals(Omaha.builds("beta"), offers.stream().map(Offer::build).toList());
        assertEquals(
                List.of("1.2.3.4", "1.2.3.4", "1.2.3.5"),
                offers.stream().map(Offer::version).toList());
        Offer last = offers.get(2);
        assertEquals("offers/beta-arm64.xml", last.document());
        assertEquals("1.2.3.5", last.known().fileVersion());
        assertEquals(7, last.file().size());
        assertEquals(
                List.of(URI.create("https://a.example/1/1.2.3.5_setup.exe")),
                last.file().urls());
        assertEquals("offers/beta-arm64.xml", last.file().digests().get(0).source());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updatecheck status=\"ok\" | updatecheck status=\"noupdate\" | status ok of updatecheck, found noupdate",
                "app appid=\"{1-2}\" status=\"ok\" | app status=\"restricted\" | status ok of app, found restricted",
                "https://a | http://a | expected a size and an address with https",
                "size=\"7\" | size=\"many\" | expected the size and the SHA-256",
                "size=\"7\" | size=\"0\" | expected a size and an address with https",
                "manifest version=\"1.2.3.4\" | manifest version=\"1.2\" | expected an installer of a version",
                "1.2.3.4_setup | setup | expected an installer of a version",
                "<packages> | <packages><package name=\"a\" size=\"1\" hash_sha256=\""
                        + "0000000000000000000000000000000000000000000000000000000000000000\"/> | expected one package",
                "manifest version=\"1.2.3.4\" | manifest | to have the attribute version",
            })
    void saysWhatItDoesNotOffer(String text, String replacement, String message) {
        FeedException refused = assertThrows(FeedException.class, () -> read(ANSWER.replace(text, replacement)));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void asksAsAComputerWithoutTheApplication() {
        String request = SERVICE.request(new Build("beta", Architecture.X86));
        assertEquals(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <request protocol="3.0" ismachine="1"><os platform="win" version="10.0" arch="x86"/>\
                <app appid="{1-2}" ap="x86-stable" release_channel="beta" version=""><updatecheck/></app></request>
                """,
                request);
    }
}
