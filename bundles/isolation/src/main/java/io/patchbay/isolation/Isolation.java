package io.patchbay.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Knows which bundles of providers run in processes of their own. Thread-safe. */
@ProviderType
public interface Isolation {
    /** The header by which a stand-in is known, and which names the jar of the other one; no bundle that is dropped in may have it. */
    String STAND_IN_OF = "Patchbay-Isolated";

    /** Whether a bundle of this symbolic name is not to run in the engine's own process, as it is configured now. */
    boolean isolates(String symbolicName);

    /**
     * Makes the bundle that stands in for another one.
     *
     * @param jar the other one, which stays where it is for as long as its stand-in is installed
     * @return a bundle of the same name and version without code
     * @throws IOException if the jar, or what it says of its components, cannot be read
     */
    InputStream standIn(Path jar) throws IOException;
}
