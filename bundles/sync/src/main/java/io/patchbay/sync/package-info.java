/**
 * Runs of providers: fetch a snapshot, parse it, review what came out, commit it or hold it.
 *
 * <p>Every provider is run by itself: one run at a time, whatever another provider does. Operators start and stop runs and read how they
 * ended through the {@link io.patchbay.sync.Sync} service.
 *
 * <pre>{@code
 * for (Run run : sync.start(Set.of("putty"), SyncMode.IF_CHANGED, "alice")) {
 *     Run ended = sync.await(run.number());
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.sync;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
