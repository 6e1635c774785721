package io.patchbay.sync;

import io.patchbay.model.UpdateId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decided about held content, and still counts. Who it was is in the audit log.
 *
 * @param time when
 * @param provider the provider's id
 * @param update the update; null for a whole run
 * @param content what it is about, as {@link Held#content} tells it
 * @param released whether that content is published; otherwise it is left out
 * @param codes the codes of the rules that held it, such as {@code HOST_NOT_ALLOWED,SCHEME_DOWNGRADE}
 * @param reason the operator's, in a few words
 */
public record Decided(
        Instant time,
        String provider,
        @Nullable UpdateId update,
        String content,
        boolean released,
        String codes,
        String reason) {}
