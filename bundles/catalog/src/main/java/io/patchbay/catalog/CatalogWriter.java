package io.patchbay.catalog;

import io.patchbay.spi.Snapshot;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The catalogue for the engine that fills it. Candidates of several providers may be open at once; commits are one
 * after another.
 */
@ProviderType
public interface CatalogWriter {
    /** Starts a candidate from a provider's snapshot. The caller closes it. */
    Candidate begin(String provider, Snapshot snapshot, String fingerprint);

    /** What was last committed for a provider; empty if nothing ever was. */
    Optional<Committed> committed(String provider);

    /** What a provider {@linkplain Candidate#note noted} of the snapshot that was last committed for it; empty if nothing. */
    Optional<ByteBuffer> notes(String provider);

    /**
     * Says which providers are running, so that entries of the others are marked; changes no generation. Until it is
     * said, none is.
     */
    void present(Set<String> providers);

    /**
     * The last commit of a provider.
     *
     * @param snapshot the snapshot's name
     * @param fingerprint what {@link #begin} was told about what was parsed by what, to see that nothing needs parsing
     *     again
     * @param anchor the snapshot's anchor; empty if it had none
     * @param generation the generation whose commit it was; that of an earlier one if it changed nothing
     */
    record Committed(String snapshot, String fingerprint, Optional<String> anchor, long generation) {}
}
