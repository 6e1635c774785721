package io.patchbay.catalog.view;

import io.patchbay.catalog.Evidence;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import org.jspecify.annotations.Nullable;

/** What installing an update means for the endpoint and its user, as far as bundled updates have a say in it. */
record Traits(Reboot reboot, Severity severity, boolean eula, @Nullable Evidence evidence) {
    static Traits of(Facts facts) {
        return new Traits(facts.reboot(), facts.severity(), facts.eula(), facts.evidence());
    }

    /** Those of a bundle of these traits that also installs this one; {@code own} is what the bundle's document says. */
    Traits with(Traits bundled, Severity own) {
        Reboot stronger = reboot.compareTo(bundled.reboot) >= 0 ? reboot : bundled.reboot;
        Severity rating = own == Severity.UNSPECIFIED ? severity.max(bundled.severity) : own;
        return new Traits(stronger, rating, eula || bundled.eula, worst(evidence, bundled.evidence));
    }

    private static @Nullable Evidence worst(@Nullable Evidence one, @Nullable Evidence other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.worst(other);
    }
}
