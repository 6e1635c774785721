package io.patchbay.catalog;

import io.patchbay.catalog.Entry.State;
import io.patchbay.model.Part;
import io.patchbay.model.Update;
import java.util.SortedMap;

/**
 * What one provider says of an update.
 *
 * @param provider the provider's id
 * @param state whether it still offers it
 * @param revision 1 when this provider first had it, one more each time what it says changes
 * @param update the content, as the provider gave it
 * @param provenance for each part that it gave, where that is from
 */
public record Statement(
        String provider, State state, int revision, Update update, SortedMap<Part, Provenance> provenance) {}
