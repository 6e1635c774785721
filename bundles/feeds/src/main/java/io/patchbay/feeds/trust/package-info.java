/**
 * What a provider's bundle is trusted with: {@link io.patchbay.feeds.trust.Policy} is what the files of its updates may be, {@link
 * io.patchbay.feeds.trust.PinnedKeys} whose signature of it counts.
 *
 * <pre>{@code
 * Policy policy = Policy.read(in);                      // or: META-INF/trust/policy.json at /host: expected hosts, types, ...
 * if (!policy.allowsHost("dl.example.com")) {
 *     hold(update);
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.feeds.trust;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
