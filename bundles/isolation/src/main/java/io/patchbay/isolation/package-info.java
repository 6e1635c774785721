/**
 * Providers in processes of their own. With the configuration {@code io.patchbay.isolation}, an operator says which bundles the engine does not start
 * itself: of such a bundle it starts another one in its place, a stand-in of the same name, version and policy without any code, whose providers
 * have a child process do what they are asked for.
 *
 * <pre>{@code
 * if (isolation.isolates(symbolicName)) {
 *     context.installBundle(location, isolation.standIn(jar)).start();
 * }
 * }</pre>
 *
 * <p>A child is a Java of its own, with its own heap, the framework, the readers of feeds and the provider's bundle. It gets what is
 * configured for the bundle's components and the folders of snapshots to read, asks the engine to fetch, and hands over updates and advisories in
 * messages that are bounded and not believed. It lives for one call of a provider, and is killed when that is interrupted.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.isolation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
