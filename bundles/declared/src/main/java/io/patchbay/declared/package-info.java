/**
 * Providers without Java: a file of some thirty lines says which documents a vendor publishes, where in them its releases stand, and how an
 * endpoint shows that it has one. {@code bundles/declared/README.md} describes the file.
 *
 * <p>{@link io.patchbay.declared.DeclaredProvider} reads such a file and is a provider like any other, so its test is the contract, too:
 *
 * <pre>{@code
 * final class KeePassTest extends ProviderContract {
 *     protected FeedProvider provider() {
 *         return DeclaredProvider.read(Path.of("keepass.yaml"));
 *     }
 * }
 * }</pre>
 *
 * <p>In the engine the drop-in folder takes the file as it is. The deployer makes a bundle of it, whose activator is {@link
 * io.patchbay.declared.DeclaredActivator}.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.patchbay.declared;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
