package io.patchbay.audit.file;

import io.patchbay.audit.AuditLog;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what is configured: at the start, and at each change. A key with a dot before it is a secret by convention, and so is what stands
 * before an {@code @} in an address: neither is recorded.
 */
@Component(immediate = true)
public final class ConfigurationAudit implements SynchronousConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationAudit.class);
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/?#@\\s]*@");

    private final AuditLog log;
    private final Actors actors;
    private final ConfigurationAdmin admin;
    private final Secrets secrets = new Secrets();

    /** Records what is configured now. */
    @Activate
    public ConfigurationAudit(@Reference AuditLog log, @Reference Actors actors, @Reference ConfigurationAdmin admin) {
        this.log = log;
        this.actors = actors;
        this.admin = admin;
        Arrays.stream(find(null)).forEach(this::configured);
    }

    /** Called by the framework, before anybody else is told of the change. */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        String id = event.getPid();
        switch (event.getType()) {
            case ConfigurationEvent.CM_UPDATED ->
                Arrays.stream(find("(service.pid=" + id + ")")).forEach(this::configured);
            case ConfigurationEvent.CM_DELETED -> record("unconfigure", id, Map.of());
            default -> {}
        }
    }

    private Configuration[] find(@Nullable String filter) {
        try {
            Configuration[] found = admin.listConfigurations(filter);
            return found == null ? new Configuration[0] : found;
        } catch (IOException | InvalidSyntaxException e) {
            LOG.error("what is configured cannot be put into the audit log", e);
            return new Configuration[0];
        }
    }

    private void configured(Configuration configuration) {
        Dictionary<String, Object> properties = configuration.getProperties();
        if (properties == null) {
            return;
        }
        Map<String, String> details = new TreeMap<>();
        for (String key : Collections.list(properties.keys())) {
            details.put(key, shown(key, properties.get(key)));
        }
        record("configure", configuration.getPid(), details);
    }

    private String shown(String key, Object value) {
        String text = value instanceof Object[] values ? Arrays.toString(values) : String.valueOf(value);
        return key.startsWith(".")
                ? secrets.mark(text)
                : CREDENTIALS.matcher(text).replaceAll("//...@");
    }

    /** What is configured already cannot be refused any more. */
    private void record(String action, String id, Map<String, String> details) {
        try {
            log.record(actors.current(), action, id, details);
        } catch (IOException e) {
            LOG.error("{}", e.getMessage());
        }
    }
}
