package io.patchbay.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows where the content of each bundle came from: from a file of the distribution, from one that the deployer staged, or from elsewhere, such as by {@code
 * felix:install} or {@code felix:update} with an address. A bundle that is updated from its own file stays what it was. Thread-safe.
 */
final class Provenance implements SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(Provenance.class);
    private static final String REFERENCE = "reference:";

    /** What a location has behind the file if the bundle was made from it. */
    private static final Pattern MADE = Pattern.compile("#[a-z-]+$");

    private final Path system;
    private final Path staging;
    private final Map<Bundle, BundleRevision> known = new ConcurrentHashMap<>();

    /** Knows what comes from files in the folders of the distribution's bundles and of the deployer's copies. */
    Provenance(Path system, Path staging) {
        this.system = system.toAbsolutePath().normalize();
        this.staging = staging.toAbsolutePath().normalize();
    }

    /** The location of a bundle that is used where it lies. */
    static String location(Path jar) {
        return REFERENCE + jar.toUri();
    }

    /** Whether this content of a bundle came from one of the folders. */
    boolean isKnown(BundleRevision revision) {
        return revision.getBundle().getBundleId() == 0 || revision.equals(known.get(revision.getBundle()));
    }

    /** Whether it came from the distribution. */
    boolean isEngine(BundleRevision revision) {
        Bundle bundle = revision.getBundle();
        return bundle.getBundleId() == 0 || (isKnown(revision) && isIn(system, bundle.getLocation()));
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        switch (event.getType()) {
            case BundleEvent.INSTALLED -> note(bundle, isInFolders(bundle));
            case BundleEvent.UPDATED -> note(bundle, isInFolders(bundle) && isAsItsFile(bundle));
            case BundleEvent.UNINSTALLED -> known.remove(bundle);
            default -> {}
        }
    }

    private void note(Bundle bundle, boolean isKnown) {
        if (isKnown) {
            known.put(bundle, bundle.adapt(BundleRevision.class));
        } else {
            known.remove(bundle);
            LOG.warn("{} did not come through the drop-in folder and will not run", bundle);
        }
    }

    private boolean isInFolders(Bundle bundle) {
        return isIn(system, bundle.getLocation()) || isIn(staging, bundle.getLocation());
    }

    /** Not what begins as the folder does and leads out of it. */
    private static boolean isIn(Path folder, String location) {
        try {
            return location.startsWith(REFERENCE) && file(location).startsWith(folder);
        } catch (IllegalArgumentException e) {
            return false; // a location is any text
        }
    }

    private static Path file(String location) {
        String address = MADE.matcher(location.substring(REFERENCE.length())).replaceFirst("");
        return Path.of(URI.create(address)).normalize();
    }

    private static boolean isAsItsFile(Bundle bundle) {
        File file = file(bundle.getLocation()).toFile();
        if (!file.isFile()) {
            return false;
        }
        try (JarFile jar = new JarFile(file)) {
            List<JarEntry> entries = Collections.list(jar.entries());
            for (JarEntry entry : entries) {
                if (!entry.isDirectory() && !isSame(jar, entry, bundle.getEntry(entry.getName()))) {
                    return false;
                }
            }
            return count(bundle, "/")
                    == entries.stream().filter(entry -> !entry.isDirectory()).count();
        } catch (IOException e) {
            LOG.warn("{} cannot be compared with its file: {}", bundle, e.toString());
            return false;
        }
    }

    private static boolean isSame(JarFile jar, JarEntry entry, @Nullable URL inBundle) throws IOException {
        if (inBundle == null) {
            return false;
        }
        try (InputStream expected = jar.getInputStream(entry);
                InputStream found = inBundle.openStream()) {
            return Arrays.equals(expected.readAllBytes(), found.readAllBytes());
        }
    }

    /** How many files a bundle has in a folder. */
    private static long count(Bundle bundle, String folder) {
        return Collections.list(
                        Objects.requireNonNullElse(bundle.getEntryPaths(folder), Collections.emptyEnumeration()))
                .stream()
                .mapToLong(path -> path.endsWith("/") ? count(bundle, path) : 1)
                .sum();
    }
}
