/**
 * The drop-in folder of a running engine: a provider bundle, or a file that describes a provider, copied into it is checked, started
 * and, when a newer one comes, replaced without a gap; one that is removed is stopped.
 *
 * <p>Operators read what became of each file from the {@link io.patchbay.deployer.Deployer} service:
 *
 * <pre>{@code
 * for (DropIn dropIn : deployer.dropIns()) {
 *     if (dropIn.state() == DropIn.State.REFUSED) {
 *         out.println(dropIn.file() + " was refused: " + dropIn.reason());
 *     }
 * }
 * }</pre>
 */
@Export
@Version("2.0.0")
@NullMarked
package io.patchbay.deployer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
