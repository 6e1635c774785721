package io.patchbay.audit;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;

/** Offered by whoever installs bundles: knows of each what its manifest does not say, such as who signed it. Thread-safe. */
@ConsumerType
public interface BundleOrigin {
    /**
     * What is to be in the records of a bundle, each by a name; empty if nothing is known of it.
     *
     * @param bundle one that comes, changes or goes; its location is known before it is installed
     */
    Map<String, String> of(Bundle bundle);
}
