package io.patchbay.sync.engine;

import io.patchbay.spi.SyncFilter;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator wants from one upstream, in {@code conf/io.patchbay.provider-NAME.cfg}. */
@Component(
        service = ProviderFilter.class,
        configurationPid = "io.patchbay.provider",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ProviderFilter {
    private final String provider;
    private final SyncFilter filter;

    /** Takes the configuration. */
    @Activate
    public ProviderFilter(Config config) {
        provider = config.provider();
        filter =
                new SyncFilter(Set.of(config.products()), Set.of(config.classifications()), Set.of(config.languages()));
    }

    String provider() {
        return provider;
    }

    SyncFilter filter() {
        return filter;
    }

    /** The keys of the configuration. */
    @ObjectClassDefinition(name = "Patchbay: what is wanted from one upstream")
    public @interface Config {
        @AttributeDefinition(description = "The provider's id.")
        String provider();

        @AttributeDefinition(description = "Products by name or id; none for all.")
        String[] products() default {};

        @AttributeDefinition(description = "Classifications by title or id; none for all.")
        String[] classifications() default {};

        @AttributeDefinition(description = "Languages as the upstream writes them; none for all.")
        String[] languages() default {};
    }
}
