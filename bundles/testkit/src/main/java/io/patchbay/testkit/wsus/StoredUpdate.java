package io.patchbay.testkit.wsus;

import io.patchbay.model.UpdateId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A revision of an update as a {@link FakeWsus} has it.
 *
 * @param id the update
 * @param revision its RevisionNumber
 * @param configuration whether it is listed in the pass for categories and detectoids
 * @param categories the products and classifications that it is listed under; nobody looks for them in the document
 * @param xml its document, which is served as it is, well-formed or not
 * @param files the addresses of its files by their SHA-1 in Base64
 */
public record StoredUpdate(
        UpdateId id,
        int revision,
        boolean configuration,
        List<UpdateId> categories,
        String xml,
        Map<String, String> files) {
    public StoredUpdate {
        Objects.requireNonNull(id);
        categories = List.copyOf(categories);
        Objects.requireNonNull(xml);
        files = Map.copyOf(files);
    }
}
