package io.patchbay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationKeysTest {
    private final ConfigurationKeys keys = new ConfigurationKeys();

    @BeforeEach
    void describe() throws IOException, FeedException {
        describe("pid=\"io.patchbay.sync\"", "parallel", "interval.minutes");
        describe("factoryPid=\"io.patchbay.feed\"", "url", ".password");
    }

    private void describe(String designate, String... ids) throws IOException, FeedException {
        String definitions = String.join("\"/><AD id=\"", ids);
        String description =
                "<m:MetaData xmlns:m=\"http://www.osgi.org/xmlns/metatype/v1.2.0\"><OCD id=\"any\"><AD id=\""
                        + definitions + "\"/></OCD><Designate " + designate
                        + "><Object ocdref=\"any\"/></Designate></m:MetaData>";
        keys.read(new ByteArrayInputStream(description.getBytes(StandardCharsets.UTF_8)), "test.xml");
    }

    @Test
    void areReadByTheirNames() {
        assertEquals(
                List.of(),
                keys.unread("io.patchbay.sync", List.of("service.pid", "felix.fileinstall.filename", "parallel")));
        assertEquals(List.of(), keys.unread("io.patchbay.feed", List.of("service.factoryPid", "url", ".password")));
    }

    @Test
    void areToldOfWhereTheyAreMisspelt() {
        assertEquals(
                List.of("interval is no key of io.patchbay.sync; there are interval.minutes, parallel"),
                keys.unread("io.patchbay.sync", List.of("parallel", "interval")));
    }

    @Test
    void areToldOfWhereTheNameIsMisspelt() {
        assertEquals(
                List.of(
                        "nothing is configured by the name io.patchbay.snyc; there are io.patchbay.feed, io.patchbay.sync"),
                keys.unread("io.patchbay.snyc", List.of("parallel")));
    }
}
