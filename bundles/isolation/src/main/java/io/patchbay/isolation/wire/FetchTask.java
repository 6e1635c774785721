package io.patchbay.isolation.wire;

import io.patchbay.spi.SyncFilter;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is to fetch.
 *
 * @param provider its id
 * @param snapshot the folder of the snapshot that is being made
 * @param previous the folder of the one before; null if there is none
 * @param unfinished the folder of what was cut off; null if nothing was
 * @param anchor the upstream's mark; null if there is none
 * @param filter what the operator wants
 */
public record FetchTask(
        String provider,
        String snapshot,
        @Nullable String previous,
        @Nullable String unfinished,
        @Nullable String anchor,
        SyncFilter filter) {
    /** Writes it. */
    public byte[] write() {
        return new BodyWriter()
                .text(provider)
                .text(snapshot)
                .text(previous)
                .text(unfinished)
                .text(anchor)
                .texts(filter.products())
                .texts(filter.classifications())
                .texts(filter.languages())
                .body();
    }

    /** Reads what was written. */
    public static FetchTask read(BodyReader body) {
        return new FetchTask(
                body.text(),
                body.text(),
                body.optionalText(),
                body.optionalText(),
                body.optionalText(),
                new SyncFilter(new HashSet<>(body.texts()), new HashSet<>(body.texts()), new HashSet<>(body.texts())));
    }
}
