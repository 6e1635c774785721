package io.patchbay.deployer;

import io.patchbay.isolation.Isolation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Installs bundles of providers once they are checked. An isolated one is installed for the check only, which runs no code of it; what is left is
 * its stand-in.
 */
final class BundleInstaller {
    private static final String REFERENCE = "reference:";
    private static final String CHECKED = "#checked";
    private static final String STAND_IN = "#stand-in";

    private final BundleContext context;
    private final RevisionCheck check;
    private final Isolation isolation;
    private final Origins origins;

    BundleInstaller(BundleContext context, RevisionCheck check, Isolation isolation, Origins origins) {
        this.origins = origins;
        this.context = context;
        this.check = check;
        this.isolation = isolation;
    }

    /** Installs a jar's bundle, or its stand-in. */
    Bundle install(ProviderJar jar) throws Refusal {
        String location = REFERENCE + jar.staged().toUri();
        if (!isolation.isolates(jar.symbolicName())) {
            origins.add(location, jar);
            Bundle bundle = install(location, null);
            checkOrUninstall(bundle);
            return bundle;
        }
        try (InputStream content = Files.newInputStream(jar.staged());
                InputStream standIn = isolation.standIn(jar.staged())) {
            Bundle bundle = install(location + CHECKED, content);
            checkOrUninstall(bundle);
            uninstall(bundle);
            origins.add(location + STAND_IN, jar);
            return install(location + STAND_IN, standIn);
        } catch (IOException e) {
            throw new Refusal("cannot be isolated: " + e.getMessage(), e);
        }
    }

    /**
     * Installs the stand-in of a bundle that the engine ships.
     *
     * @param staging what the locations of all begin with that is not the engine's
     */
    Bundle installStandIn(Bundle shipped, String staging) throws Refusal {
        Path jar = Path.of(URI.create(shipped.getLocation().substring(REFERENCE.length())));
        try (InputStream standIn = isolation.standIn(jar)) {
            return install(staging + shipped.getBundleId() + STAND_IN, standIn);
        } catch (IOException e) {
            throw new Refusal("cannot be isolated: " + e.getMessage(), e);
        }
    }

    /** Whether a bundle runs where it is configured to run. */
    boolean isWhereItBelongs(Bundle bundle) {
        return isolation.isolates(bundle.getSymbolicName())
                == bundle.getLocation().endsWith(STAND_IN);
    }

    private Bundle install(String location, @Nullable InputStream content) throws Refusal {
        try {
            return context.installBundle(location, content);
        } catch (BundleException e) {
            throw new Refusal("cannot be installed: " + e.getMessage(), e);
        }
    }

    private void checkOrUninstall(Bundle bundle) throws Refusal {
        boolean isRight = false;
        try {
            check.check(bundle);
            isRight = true;
        } finally {
            if (!isRight) {
                uninstall(bundle);
                origins.remove(bundle);
            }
        }
    }

    private static void uninstall(Bundle bundle) throws Refusal {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            throw new Refusal("cannot be uninstalled: " + e.getMessage(), e);
        }
    }
}
