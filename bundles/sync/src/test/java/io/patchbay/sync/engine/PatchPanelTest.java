package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class PatchPanelTest {
    private final PatchPanel panel = new PatchPanel();

    @Test
    void usesTheHigherVersionOfTwoAndNamesTheOther() {
        panel.plug(plugged(1, "putty", "1.0.0"));
        panel.plug(plugged(2, "putty", "1.1.0"));
        assertEquals(2, panel.inUse("putty").orElseThrow().service());
        assertEquals("also offered by bundle.1 1.0.0", panel.others("putty"));
    }

    @Test
    void fallsBackToTheOtherWhenTheHigherGoes() {
        panel.plug(plugged(1, "putty", "1.0.0"));
        panel.plug(plugged(2, "putty", "1.1.0"));
        assertEquals(2, panel.unplug(2).orElseThrow().service());
        assertEquals(1, panel.inUse("putty").orElseThrow().service());
        assertEquals("", panel.others("putty"));
    }

    @Test
    void keepsTheNewOneWhenTheOldOneGoes() {
        panel.plug(plugged(1, "putty", "1.0.0"));
        panel.plug(plugged(2, "putty", "1.1.0"));
        assertEquals(1, panel.unplug(1).orElseThrow().service());
        assertEquals(2, panel.inUse("putty").orElseThrow().service());
    }

    @Test
    void forgetsWhoHasGone() {
        panel.plug(plugged(1, "putty", "1.0.0"));
        panel.unplug(1);
        assertEquals(Set.of(), panel.ids());
        assertTrue(panel.inUse("putty").isEmpty());
        assertTrue(panel.unplug(1).isEmpty());
    }

    @Test
    void whatStandsBackIsUsedOnlyWhenTheOtherGoes() {
        panel.plug(plugged(1, -1, "putty", "2026.8.16"));
        panel.plug(plugged(2, 0, "putty", "1.0.0"));
        assertEquals(2, panel.inUse("putty").orElseThrow().service());
        assertEquals("also offered by bundle.1 2026.8.16, which stands back", panel.others("putty"));
        panel.unplug(2);
        assertEquals(1, panel.inUse("putty").orElseThrow().service());
    }

    static Plugged plugged(long service, String id, String version) {
        return plugged(service, 0, id, version);
    }

    private static Plugged plugged(long service, int ranking, String id, String version) {
        FeedProvider provider = new Silent(id);
        return new Plugged(
                service,
                ranking,
                provider,
                "bundle." + service,
                Version.parseVersion(version),
                Policy.of(provider.info().hosts()));
    }

    private record Silent(String id) implements FeedProvider {
        @Override
        public ProviderInfo info() {
            return ProviderInfo.of(id, "Example Ltd", List.of(), "vendor.example");
        }

        @Override
        public List<Feed> feeds() {
            return List.of();
        }

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) {}
    }
}
