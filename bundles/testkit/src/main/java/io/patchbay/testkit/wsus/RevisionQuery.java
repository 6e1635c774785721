package io.patchbay.testkit.wsus;

import io.patchbay.model.UpdateId;
import java.util.HashSet;
import java.util.Set;

/**
 * What GetRevisionIdList asks for (MS-WSUSSS, 3.1.4.5).
 *
 * @param configuration whether for categories and detectoids, whatever else is said
 * @param categories any of these, and
 * @param classifications any of these; everything if both are empty, nothing if one is
 * @param since the changes since then, of what is not
 * @param whole asked for as a whole
 */
record RevisionQuery(
        boolean configuration,
        Set<UpdateId> categories,
        Set<UpdateId> classifications,
        int since,
        Set<UpdateId> whole) {

    static RevisionQuery of(SoapCall call, int since) {
        Set<UpdateId> whole = new HashSet<>();
        Set<UpdateId> categories = ids(call, "Categories", whole);
        Set<UpdateId> classifications = ids(call, "Classifications", whole);
        boolean configuration =
                call.text("GetConfig").map(Boolean::parseBoolean).orElse(false);
        return new RevisionQuery(configuration, categories, classifications, since, whole);
    }

    private static Set<UpdateId> ids(SoapCall call, String list, Set<UpdateId> whole) {
        Set<UpdateId> ids = new HashSet<>();
        call.elements(list).flatMap(e -> SoapCall.elements(e, "IdAndDelta")).forEach(e -> {
            UpdateId id = UpdateId.parse(SoapCall.text(e, "Id"));
            ids.add(id);
            if (!Boolean.parseBoolean(SoapCall.text(e, "Delta"))) {
                whole.add(id);
            }
        });
        return ids;
    }

    /** Whether a revision that came with this change is listed. */
    boolean lists(StoredUpdate update, int change) {
        if (update.configuration() != configuration) {
            return false;
        }
        if (configuration) {
            return change > since;
        }
        return fits(update) && (change > since || update.categories().stream().anyMatch(whole::contains));
    }

    private boolean fits(StoredUpdate update) {
        if (categories.isEmpty() && classifications.isEmpty()) {
            return true;
        }
        return update.categories().stream().anyMatch(categories::contains)
                && update.categories().stream().anyMatch(classifications::contains);
    }
}
