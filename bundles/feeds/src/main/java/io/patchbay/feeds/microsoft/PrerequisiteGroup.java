package io.patchbay.feeds.microsoft;

import io.patchbay.model.UpdateId;
import java.util.List;

/**
 * Updates of which at least one must be installed, or of which one is installed by a bundle.
 *
 * @param ids the alternatives
 * @param category whether the document itself says that these are categories ({@code IsCategory}); it often leaves that out, so
 *     whoever knows the categories looks at the ids too
 */
public record PrerequisiteGroup(List<UpdateId> ids, boolean category) {
    public PrerequisiteGroup {
        ids = List.copyOf(ids);
    }
}
