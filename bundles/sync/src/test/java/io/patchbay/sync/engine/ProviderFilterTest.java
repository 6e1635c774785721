package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.SyncFilter;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderFilterTest {
    /** As a line of the file comes: all in one. */
    @Test
    void takesEachOfALine() {
        ProviderFilter filter = filter(Map.of(
                "products", new String[] {"Windows 11, \"Windows 10, version 1903 and later\""},
                "classifications", new String[] {"Security Updates, Critical Updates"},
                "languages", new String[] {"en, de, en"}));
        SyncFilter expected = new SyncFilter(
                Set.of("Windows 11", "Windows 10, version 1903 and later"),
                Set.of("Security Updates", "Critical Updates"),
                Set.of("en", "de"));
        assertEquals(expected, filter.filter());
    }

    @Test
    void leavesEachOfTheHostsAndTypesThatALineNames() {
        ProviderFilter filter = filter(Map.of(
                "file_hosts", new String[] {"the.earth.li, other.example"},
                "file_types", new String[] {"msi, exe"}));
        Policy policy = filter.narrow(Policy.of(Set.of("the.earth.li", "third.example")));
        assertEquals(Set.of("the.earth.li"), policy.hosts());
        assertEquals("only files of type exe, msi; only files from other.example, the.earth.li", filter.described());
    }

    private static ProviderFilter filter(Map<String, Object> values) {
        return new ProviderFilter((ProviderFilter.Config) Proxy.newProxyInstance(
                ProviderFilter.class.getClassLoader(),
                new Class<?>[] {ProviderFilter.Config.class},
                (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue())));
    }
}
