package io.patchbay.deployer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Watches the drop-in folder. The service appears when what was in the folder at the start has been dealt with. Thread-safe. */
@ProviderType
public interface Deployer {
    /** What became of each file in the folder, ordered by file name. */
    List<DropIn> dropIns();

    /**
     * Starts the provider of a file for the caller alone, who ends it. The file need not be in the folder, and is checked as if it were.
     *
     * @param file a jar, or a file that describes a provider
     * @throws IOException if it cannot be read, or is refused: the message names the file and says why
     */
    Trial tryOut(Path file) throws IOException, InterruptedException;
}
