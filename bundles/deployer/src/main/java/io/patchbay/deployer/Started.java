package io.patchbay.deployer;

import org.osgi.framework.Bundle;

/** A jar that was started, and its bundle. */
record Started(ProviderJar jar, Bundle bundle) {
    /** Why it does not run although it should, in words for who stopped it by hand; blank if it runs. */
    String stopped() {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "";
            case Bundle.UNINSTALLED -> "was uninstalled by hand; copy it again to have it back";
            default -> "was stopped by hand; felix:start " + bundle.getBundleId() + " starts it";
        };
    }
}
