package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardIndexTest {
    private static ShardIndex read(String cabinets) throws IOException, FeedException {
        String index = "<INDEX VERSION=\"1\"><CABLIST XOR=\"0\">" + cabinets + "</CABLIST></INDEX>";
        byte[] bytes = index.getBytes(StandardCharsets.UTF_8);
        try (XmlReader xml = Xml.open(new ByteArrayInputStream(bytes), "index.xml", XmlLimits.DEFAULT)) {
            return ShardIndex.read(xml);
        }
    }

    @Test
    void aShardGoesToWhereTheNextBegins() throws Exception {
        ShardIndex index = read("<CAB NAME=\"package.cab\"/><CAB NAME=\"b\" RANGESTART=\"5\" FILESDIR=\"1\"/>"
                + "<CAB NAME=\"c\" RANGESTART=\"9\"/>");
        assertEquals(List.of(new Shard("b", 0, 9), new Shard("c", 9, Long.MAX_VALUE)), index.shards());
    }

    @Test
    void refusesRangesOutOfOrder() {
        assertThrows(
                FeedException.class,
                () -> read("<CAB NAME=\"b\" RANGESTART=\"5\"/><CAB NAME=\"c\" RANGESTART=\"5\"/>"));
    }

    @Test
    void refusesAnIndexWithoutShards() {
        assertThrows(FeedException.class, () -> read("<CAB NAME=\"package.cab\"/>"));
    }
}
