package io.patchbay.catalog.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.view.Ranking;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredRankingTest {
    @Test
    void isALineOfTheFileInItsOrder() {
        assertEquals(new Ranking(List.of("b", "a")), CatalogService.ranking(config("b, a")));
    }

    private static CatalogConfig config(String... ranking) {
        return (CatalogConfig) Proxy.newProxyInstance(
                CatalogConfig.class.getClassLoader(),
                new Class<?>[] {CatalogConfig.class},
                (proxy, key, arguments) -> ranking);
    }
}
