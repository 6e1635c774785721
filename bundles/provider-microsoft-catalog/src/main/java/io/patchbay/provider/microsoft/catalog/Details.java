package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.UpdateId;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a person can read on the details page of an update. What the page does not have, or says to be {@code n/a}, is blank or
 * empty.
 *
 * @param size rounded, such as {@code 401.5 MB}
 * @param architectures often blank although the title names one
 * @param bulletins such as {@code MS16-039}
 * @param supersededBy the updates that replace this one
 * @param supersedes the titles of the updates that this one replaces; the page has no more of them
 * @param restart such as {@code Can request restart}
 * @param requestsInput whether it may ask the user something
 * @param exclusive whether it must be installed exclusively
 * @param requiresNetwork whether it needs network connectivity
 * @param driver what only drivers have, by the names of update documents: {@code Class}, {@code Manufacturer}, {@code HardwareID}; empty
 *     for all else
 */
record Details(
        String title,
        LocalDate modified,
        String size,
        String description,
        String architectures,
        String classification,
        List<String> products,
        List<String> languages,
        List<String> bulletins,
        String severity,
        List<String> kbs,
        List<URI> moreInfo,
        @Nullable URI support,
        List<Replacement> supersededBy,
        List<String> supersedes,
        String restart,
        String requestsInput,
        String exclusive,
        String requiresNetwork,
        String uninstallNotes,
        String uninstallSteps,
        SortedMap<String, String> driver) {
    /** An update that replaces another. */
    record Replacement(UpdateId id, String title) {}
}
