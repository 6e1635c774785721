package io.patchbay.sync.engine;

import io.patchbay.feeds.config.CommaList;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.SyncFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator wants from one upstream, in {@code conf/io.patchbay.provider-NAME.cfg}. */
@Component(
        service = ProviderFilter.class,
        configurationPid = "io.patchbay.provider",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ProviderFilter.Config.class, factory = true)
public final class ProviderFilter {
    private final String provider;
    private final SyncFilter filter;
    private final Set<String> hosts;
    private final Set<String> types;

    /** Takes the configuration. */
    @Activate
    public ProviderFilter(Config config) {
        provider = config.provider();
        filter = new SyncFilter(set(config.products()), set(config.classifications()), set(config.languages()));
        hosts = set(config.file_hosts());
        types = set(config.file_types());
    }

    private static Set<String> set(String... list) {
        return Set.copyOf(CommaList.read(list));
    }

    String provider() {
        return provider;
    }

    SyncFilter filter() {
        return filter;
    }

    /** What it leaves, for operators: {@code only products Windows 11; only files of type msi}; blank if that is everything. */
    String described() {
        Map<String, Set<String>> only = new LinkedHashMap<>();
        only.put("products", filter.products());
        only.put("classifications", filter.classifications());
        only.put("languages", filter.languages());
        only.put("files of type", types);
        only.put("files from", hosts);
        return only.entrySet().stream()
                .filter(of -> !of.getValue().isEmpty())
                .map(of -> "only " + of.getKey() + ' ' + String.join(", ", new TreeSet<>(of.getValue())))
                .collect(Collectors.joining("; "));
    }

    /** What is left of a provider's policy. */
    Policy narrow(Policy policy) {
        return policy.narrowed(hosts, types);
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

        @AttributeDefinition(
                description = "Of the hosts that the provider's policy allows for files, only these; none for all.")
        String[] file_hosts() default {};

        @AttributeDefinition(
                description = "Of the types of files that the provider's policy allows, only these; none for all.")
        String[] file_types() default {};
    }
}
