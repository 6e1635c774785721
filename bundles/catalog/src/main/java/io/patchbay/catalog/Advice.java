package io.patchbay.catalog;

import io.patchbay.model.Advisory;
import io.patchbay.model.UpdateId;
import java.util.List;

/**
 * What an advisory says of an update.
 *
 * @param provider the id of the provider whose advisory it is
 * @param advisory all of it
 * @param update the update of whose KB number it speaks: the one asked for, or one that this replaces and from which it inherits
 * @param fixes those of the advisory's fixes that are of this update: of its KB numbers, and of the products in its title if there are any
 * @param provenance where it is from
 */
public record Advice(
        String provider, Advisory advisory, UpdateId update, List<Advisory.Fix> fixes, List<Provenance> provenance) {
    public Advice {
        fixes = List.copyOf(fixes);
        provenance = List.copyOf(provenance);
    }
}
