package io.patchbay.isolation;

import static java.util.Objects.requireNonNull;

import io.patchbay.feeds.Folders;
import io.patchbay.feeds.config.CommaList;
import io.patchbay.isolation.wire.Configured;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the processes of isolated bundles, each in a folder of its own in {@code tmp/isolation} of the data folder. */
@Component(service = Isolation.class, configurationPid = "io.patchbay.isolation")
@Designate(ocd = IsolationConfig.class)
public final class ProcessIsolation implements Isolation {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessIsolation.class);
    private static final String NONE = "none";
    private static final String PROCESS = "process";

    private final BundleContext context;
    private final ConfigurationAdmin admin;
    private final ServiceComponentRuntime components;
    private final Path folder;
    private final AtomicLong count = new AtomicLong();
    private volatile IsolationConfig config;

    /** Begins with what is configured; what was left by processes that ran before goes. */
    @Activate
    public ProcessIsolation(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference ServiceComponentRuntime components,
            IsolationConfig config)
            throws IOException {
        this.context = context;
        this.admin = admin;
        this.components = components;
        this.config = checked(config);
        String data = requireNonNull(context.getProperty("patchbay.data"), "patchbay.data is not set");
        this.folder = Path.of(data, "tmp", "isolation");
        Folders.delete(folder);
        Files.createDirectories(folder);
    }

    /** Takes another configuration, for all that is started from now on. */
    @Modified
    void modified(IsolationConfig changed) {
        config = checked(changed);
    }

    private static IsolationConfig checked(IsolationConfig config) {
        if (!Set.of(NONE, PROCESS).contains(config.isolation())) {
            LOG.error("isolation is \"{}\", neither none nor process; it is taken for process", config.isolation());
        }
        return config;
    }

    /** What is misspelled is on: whoever wrote it wanted something. */
    @Override
    public boolean isolates(String symbolicName) {
        IsolationConfig now = config;
        return !now.isolation().equals(NONE)
                && (now.bundles().length == 0 || CommaList.read(now.bundles()).contains(symbolicName));
    }

    @Override
    public InputStream standIn(Path jar) throws IOException {
        return StandIn.of(jar);
    }

    /** What is configured for components by these names. */
    Configurations configurations(Set<String> pids) {
        return new Configurations(admin, components, pids);
    }

    /** A new process for the bundle in this jar, whose components are configured so. */
    Child start(String name, Path jar, List<Configured> configurations) throws IOException {
        IsolationConfig now = config;
        ChildCommand command = new EngineBundles(context).command(CommaList.read(now.command()), now.heap_megabytes());
        return Child.start(command, name, jar, configurations, folder.resolve(Long.toString(count.incrementAndGet())));
    }
}
