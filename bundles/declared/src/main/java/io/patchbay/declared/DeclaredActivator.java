package io.patchbay.declared;

import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The activator of a bundle that holds nothing but one file which describes a provider, in the folder {@value #FOLDER}. If the file is wrong the
 * bundle does not start, with the reason. The service's ranking is {@value #RANKING}: a bundle with code of its own for the same id goes first.
 */
public final class DeclaredActivator implements BundleActivator {
    /** Where in the bundle the file is. */
    public static final String FOLDER = "PROVIDER-INF";

    /** Lower than that of any service that says nothing of its ranking. */
    public static final int RANKING = -1;

    private static final Dictionary<String, Object> PROPERTIES =
            FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, RANKING));

    /** Called by the framework. */
    public DeclaredActivator() {}

    @Override
    public void start(BundleContext context) throws IOException, DeclarationException {
        BundleWiring wiring = context.getBundle().adapt(BundleWiring.class);
        Collection<String> files = wiring.listResources(FOLDER, "*", BundleWiring.LISTRESOURCES_LOCAL);
        if (files.size() != 1) {
            throw new DeclarationException("expected one file in " + FOLDER + ", found " + files.size(), null);
        }
        String file = files.iterator().next();
        try (InputStream in = wiring.getClassLoader().getResourceAsStream(file)) {
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String name = file.substring(FOLDER.length() + 1);
            context.registerService(FeedProvider.class, DeclaredProvider.parse(name, content), PROPERTIES);
        }
    }

    /** The framework takes the service back. */
    @Override
    public void stop(BundleContext context) {
        // nothing else is held
    }
}
