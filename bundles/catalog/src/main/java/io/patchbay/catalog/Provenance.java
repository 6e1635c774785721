package io.patchbay.catalog;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one part of an update comes from.
 *
 * @param provider the id of the provider
 * @param snapshot the name of the snapshot
 * @param document the name of the document in it
 * @param url where the document was fetched, without credentials; null if an operator handed it in
 * @param fetched when the document was fetched; null if an operator handed it in
 */
public record Provenance(
        String provider, String snapshot, String document, @Nullable URI url, @Nullable Instant fetched) {}
