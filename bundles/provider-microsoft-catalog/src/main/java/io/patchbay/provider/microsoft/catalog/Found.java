package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.UpdateId;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of a search's result.
 *
 * @param version the version of a driver; blank for all else
 * @param size of all files in bytes
 * @param document the name of the page that it is on
 */
record Found(
        UpdateId id,
        String title,
        List<String> products,
        String classification,
        LocalDate updated,
        String version,
        long size,
        String document) {}
