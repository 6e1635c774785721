package io.patchbay.deployer;

import io.patchbay.audit.BundleOrigin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/** Knows which file each bundle came from, and who signed it, for the audit log. Thread-safe. */
final class Origins implements BundleOrigin {
    private final Map<String, Map<String, String>> byLocation = new ConcurrentHashMap<>();

    /** Notes where a bundle is from that is about to be installed. */
    void add(String location, ProviderJar jar) {
        byLocation.put(
                location,
                Map.of("file", jar.file().getFileName().toString(), "sha256", jar.digest(), "signer", jar.signer()));
    }

    /** Forgets a bundle that is gone. */
    void remove(Bundle bundle) {
        byLocation.remove(bundle.getLocation());
    }

    @Override
    public Map<String, String> of(Bundle bundle) {
        return byLocation.getOrDefault(bundle.getLocation(), Map.of());
    }
}
