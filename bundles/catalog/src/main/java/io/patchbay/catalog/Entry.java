package io.patchbay.catalog;

import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of an update, and what filters look at.
 *
 * <p>Vendors say of a bundle only what its own document says, while the updates that it installs restart the endpoint
 * and ask for licences. So {@code reboot}, {@code severity}, {@code eula} and {@code evidence} of an update that bundles
 * others also count what the bundled updates that are in the catalogue say. They follow those with every commit, without a
 * new revision: the change is told of the bundled update.
 *
 * <p>So it is with {@code supersedes}, {@code supersededBy}, {@code newestSuperseding} and {@code bundledBy}, and with names of products that
 * categories give: ask for an entry again when it is shown, rather than keep it. {@code current} needs no asking, because each change of it is told.
 * What is said of several providers follows the order in which they are heard, which an operator can change: that is told nobody.
 *
 * @param id the identity
 * @param revision 1 when first seen, one more each time the content changes; that of the provider that is heard first
 * @param providers the ids of the providers that speak of it, in the order in which they are heard
 * @param state whether it is still offered
 * @param providerAbsent whether no bundle of these providers is running, so that nothing here is being renewed
 * @param type what it is for
 * @param title in the default language; never blank (the id where the vendor gives none)
 * @param vendor the company
 * @param products names of products; a product known only by its category has the category's title, or the id if that
 *     is unknown
 * @param families names of product families
 * @param version the displayed version; blank if the vendor numbers none
 * @param architecture the processor
 * @param languages empty if it is for all languages
 * @param classification the kind of update
 * @param severity the worst rating of its own; of a bundle that has none, the worst of what it bundles
 * @param reboot whether installing restarts the endpoint; of a bundle, the strongest of its own and of what it bundles
 * @param eula whether a licence must be accepted, its own or one of an update that it bundles
 * @param evidence the worst grade of its own files and of those that it bundles; null if there are none
 * @param released the vendor's release date; null if it gives none
 * @param rollout how far the vendor has come with giving it out; what is not given out yet supersedes nothing
 * @param endOfLife the day after which its line is no longer maintained; null if the vendor does not say
 * @param firstSeen the day the catalogue first had it (UTC)
 * @param kbArticles KB numbers, Microsoft's as digits only
 * @param bulletins ids of bulletins and advisories
 * @param cves CVE ids
 * @param exploited whether any source says that one of {@code cves} is used in attacks
 * @param score the highest CVSS base score that any source gives one of {@code cves}, 0 to 10; null if none does
 * @param supersedes the updates it replaces that are in the catalogue or that its document names
 * @param supersededBy the updates in the catalogue that replace it and are offered; empty if it is current
 * @param newestSuperseding what to install instead: of the updates that replace it, and of those that replace these, the one that is current and was
 *     released last; null if it is current itself
 * @param bundles the updates that it installs, whether always or as alternatives
 * @param bundledBy the updates in the catalogue that install it
 * @param current whether it is what endpoints should have now: offered, given out to some at least, and not replaced; if bundles install it, whether
 *     one of them is current, too
 * @param generation the generation of its last {@link Change}
 */
public record Entry(
        UpdateId id,
        int revision,
        List<String> providers,
        State state,
        boolean providerAbsent,
        UpdateType type,
        String title,
        String vendor,
        List<String> products,
        List<String> families,
        String version,
        Architecture architecture,
        SortedSet<String> languages,
        Classification classification,
        Severity severity,
        Reboot reboot,
        boolean eula,
        @Nullable Evidence evidence,
        @Nullable LocalDate released,
        Rollout rollout,
        @Nullable LocalDate endOfLife,
        LocalDate firstSeen,
        List<String> kbArticles,
        List<String> bulletins,
        List<String> cves,
        boolean exploited,
        @Nullable Double score,
        SortedSet<UpdateId> supersedes,
        SortedSet<UpdateId> supersededBy,
        @Nullable UpdateId newestSuperseding,
        List<UpdateId> bundles,
        SortedSet<UpdateId> bundledBy,
        boolean current,
        long generation) {
    /** Whether an update is still offered. */
    public enum State {
        /** The vendor offers it, or offered it until a newer one of its line took its place. */
        PUBLISHED,
        /** The vendor said in a revision that it is withdrawn. */
        EXPIRED,
        /** The vendor's documents no longer have it. */
        WITHDRAWN
    }

    /** Whether an offered update replaces it. */
    public boolean superseded() {
        return !supersededBy.isEmpty();
    }
}
