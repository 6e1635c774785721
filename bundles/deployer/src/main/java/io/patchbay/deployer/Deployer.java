package io.patchbay.deployer;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Watches the drop-in folder. The service appears when what was in the folder at the start has been dealt with. Thread-safe. */
@ProviderType
public interface Deployer {
    /** What became of each jar in the folder, ordered by file name. */
    List<DropIn> dropIns();
}
