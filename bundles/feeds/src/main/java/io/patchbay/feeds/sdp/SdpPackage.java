package io.patchbay.feeds.sdp;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What becomes one package of a catalogue.
 *
 * @param update an update, or the bundle of the items
 * @param items the updates that are the package's items, if those are several
 * @param firstSeen the day that is said to be that of its creation, if the update itself does not say one
 */
public record SdpPackage(Update update, List<Update> items, LocalDate firstSeen) {
    /** Copies the items. */
    public SdpPackage {
        items = List.copyOf(items);
    }

    /** The package of an update that is one of its items; empty if it is a package by itself. */
    public static Optional<UpdateId> packageOf(Update update) {
        return Optional.ofNullable(update.installation().attributes().get(Extra.PACKAGE))
                .map(UpdateId::parse);
    }

    /** Whether what an update bundles is one of these items. */
    static boolean isItem(SortedSet<UpdateId> bundled, List<Update> items) {
        return bundled.size() == 1 && items.stream().anyMatch(item -> bundled.contains(item.id()));
    }
}
