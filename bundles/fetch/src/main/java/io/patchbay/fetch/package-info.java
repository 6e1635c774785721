/**
 * How the engine gets an upstream's documents: one {@link io.patchbay.fetch.FeedClient} for all providers.
 *
 * <pre>{@code
 * FetchRequest request = FetchRequest.of(folder, previous);
 * FetchResult result = client.fetch(provider, request);
 * if (result.changed()) {
 *     provider.parse(result.snapshot(), sink);
 * }
 * }</pre>
 *
 * <p>Limits, proxy and user agent are the configuration {@code io.patchbay.fetch}; what differs for one feed (its address, headers,
 * credentials, trust anchor) is a factory configuration {@code io.patchbay.feed}. Both are picked up while the engine runs.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.fetch;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
