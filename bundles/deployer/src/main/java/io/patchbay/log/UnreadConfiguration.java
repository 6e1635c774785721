package io.patchbay.log;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of what is configured and nobody reads, be it a key or a whole file that is misspelt: its defaults would hold without a word. Begins when
 * all providers are there, which have keys, too.
 */
@Component(immediate = true)
public final class UnreadConfiguration implements ConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadConfiguration.class);
    private static final String OURS = "io.patchbay.";
    private static final String DESCRIPTIONS = "OSGI-INF/metatype/";

    private final BundleContext context;
    private final ConfigurationAdmin admin;

    /** Looks at what is configured now. */
    @Activate
    public UnreadConfiguration(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference(target = "(osgi.condition.id=io.patchbay.deployed)") Condition deployed) {
        this.context = context;
        this.admin = admin;
        check(pid -> pid.startsWith(OURS));
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_UPDATED && event.getPid().startsWith(OURS)) {
            check(event.getPid()::equals);
        }
    }

    private void check(Predicate<String> pids) {
        try {
            ConfigurationKeys keys = keys();
            Configuration[] all = Objects.requireNonNullElse(admin.listConfigurations(null), new Configuration[0]);
            Stream.of(all).filter(one -> pids.test(one.getPid())).forEach(one -> check(one, keys));
        } catch (IOException | FeedException | InvalidSyntaxException e) {
            LOG.error("what is configured cannot be checked", e);
        }
    }

    private static void check(Configuration one, ConfigurationKeys keys) {
        var properties = one.getProperties();
        if (properties != null) { // it is there, but was not filled yet
            Object file = Objects.requireNonNullElse(properties.get("felix.fileinstall.filename"), one.getPid());
            String name = Objects.requireNonNullElse(one.getFactoryPid(), one.getPid());
            keys.unread(name, Collections.list(properties.keys())).forEach(line -> LOG.warn("{}: {}", file, line));
        }
    }

    private ConfigurationKeys keys() throws IOException, FeedException {
        ConfigurationKeys keys = new ConfigurationKeys();
        for (Bundle bundle : context.getBundles()) {
            for (String path : descriptions(bundle)) {
                URL description = Objects.requireNonNull(bundle.getEntry(path));
                try (InputStream in = description.openStream()) {
                    keys.read(in, path);
                }
            }
        }
        return keys;
    }

    private static List<String> descriptions(Bundle bundle) {
        boolean isOurs = String.valueOf(bundle.getSymbolicName()).startsWith(OURS); // an old jar has none
        Enumeration<String> paths = isOurs ? bundle.getEntryPaths(DESCRIPTIONS) : null;
        return paths == null ? List.of() : Collections.list(paths);
    }
}
