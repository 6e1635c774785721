package io.patchbay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to tell whether an endpoint has an update and whether it needs it: installed if {@code isInstalled}; else needed if the
 * prerequisites are met and {@code isInstallable}.
 *
 * <p>Each update's rules speak of that update only. Where a vendor has several installers of one release, all of them may be needed at once,
 * although one is enough: they are alternatives, of which who deploys chooses one; see {@link Line}. An update of {@link
 * Classification#APPLICATIONS} may be a whole program for an endpoint that has none yet, as Adobe's installers of Reader are.
 *
 * @param isInstalled null if the document gives no such rule
 * @param isInstallable null if the document gives no such rule
 * @param isSuperseded null if the document gives no such rule
 * @param metadata what the MSI and CBS rules refer to: patch codes, the package identity
 */
public record Applicability(
        @Nullable Rule isInstalled,
        @Nullable Rule isInstallable,
        @Nullable Rule isSuperseded,
        List<RuleElement> metadata) {
    /** No rules: the update's bundled updates decide, or nobody can tell. */
    public static final Applicability NONE = new Applicability(null, null, null, List.of());

    public Applicability {
        metadata = List.copyOf(metadata);
    }

    /** Rules without metadata. */
    public static Applicability of(Rule isInstalled, Rule isInstallable) {
        return new Applicability(isInstalled, isInstallable, null, List.of());
    }
}
