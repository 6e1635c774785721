package io.patchbay.feeds.sdp;

import io.patchbay.model.Applicability;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Installation;
import io.patchbay.model.Rule;
import io.patchbay.model.UpdateId;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** An {@code InstallableItem}: one build of the package's software, with rules of its own. */
record Item(
        UpdateId id,
        Applicability rules,
        Installation installation,
        List<ContentFile> files,
        SortedSet<String> languages) {
    /** The item's rules together with the package's. */
    Applicability rules(@Nullable Rule isInstalled, @Nullable Rule isInstallable) {
        return new Applicability(
                both(isInstalled, rules.isInstalled()),
                both(isInstallable, rules.isInstallable()),
                rules.isSuperseded(),
                rules.metadata());
    }

    private static @Nullable Rule both(@Nullable Rule ofPackage, @Nullable Rule own) {
        if (ofPackage == null || own == null) {
            return ofPackage == null ? own : ofPackage;
        }
        return new Rule.And(List.of(ofPackage, own));
    }
}
