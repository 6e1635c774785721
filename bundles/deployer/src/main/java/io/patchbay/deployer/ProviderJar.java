package io.patchbay.deployer;

import java.nio.file.Path;
import org.osgi.framework.Version;

/**
 * A jar that passed the checks of a file.
 *
 * @param file where it was dropped in
 * @param staged the copy that was checked and is installed
 * @param digest what tells its content from another's
 * @param symbolicName the bundle's symbolic name
 * @param version the bundle's version
 * @param signer who signed the file, by the operator's name for him; blank if nobody did
 */
record ProviderJar(Path file, Path staged, String digest, String symbolicName, Version version, String signer) {
    boolean hasContentOf(ProviderJar other) {
        return digest.equals(other.digest);
    }

    /** The same, now that its file has another name. */
    ProviderJar at(Path renamed) {
        return new ProviderJar(renamed, staged, digest, symbolicName, version, signer);
    }

    ProviderJar signedBy(String who) {
        return new ProviderJar(file, staged, digest, symbolicName, version, who);
    }

    @Override
    public String toString() {
        return symbolicName + " " + version;
    }
}
