package io.patchbay.isolation;

import io.patchbay.isolation.wire.Configured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** What is configured for the components of one bundle, by the names that these give. Names that the engine itself is configured by give nothing. */
final class Configurations {
    private static final String ENGINE = "io.patchbay.";
    private static final String PROVIDERS = "io.patchbay.provider.";

    /** What tells where a configuration comes from, which is the engine's business. */
    private static final Set<String> ORIGIN =
            Set.of(Constants.SERVICE_PID, ConfigurationAdmin.SERVICE_FACTORYPID, "felix.fileinstall.filename");

    private final ConfigurationAdmin admin;
    private final Set<String> pids;

    Configurations(ConfigurationAdmin admin, ServiceComponentRuntime components, Set<String> pids) {
        this.admin = admin;
        this.pids = new TreeSet<>(pids);
        this.pids.removeAll(ofTheEngine(components));
    }

    /** A provider that names the HTTP client's configuration would be given the passwords of all feeds. */
    private static Set<String> ofTheEngine(ServiceComponentRuntime components) {
        return components.getComponentDescriptionDTOs().stream()
                .filter(component -> isOfTheEngine(component.bundle.symbolicName))
                .flatMap(component -> Arrays.stream(component.configurationPid))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOfTheEngine(String symbolicName) {
        return symbolicName.startsWith(ENGINE) && !symbolicName.startsWith(PROVIDERS);
    }

    /** What is configured now, always in the same order. */
    List<Configured> now() throws IOException {
        List<Configured> found = new ArrayList<>();
        for (Configuration configuration : all()) {
            String factory = configuration.getFactoryPid();
            String pid = factory == null ? configuration.getPid() : factory;
            Dictionary<String, Object> properties = configuration.getProperties();
            if (pids.contains(pid) && properties != null) {
                Map<String, Object> configured = new TreeMap<>(FrameworkUtil.asMap(properties));
                configured.keySet().removeAll(ORIGIN);
                found.add(Configured.of(pid, factory != null, configured));
            }
        }
        return found;
    }

    private List<Configuration> all() throws IOException {
        try {
            Configuration @Nullable [] all = admin.listConfigurations(null);
            return Stream.ofNullable(all)
                    .flatMap(Arrays::stream)
                    .sorted(Comparator.comparing(Configuration::getPid))
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e); // there is no filter
        }
    }

    boolean isConcernedBy(ConfigurationEvent event) {
        String factory = event.getFactoryPid();
        return pids.contains(factory == null ? event.getPid() : factory);
    }
}
