/**
 * Software Distribution Packages: the catalogues of third-party updates that System Center and WSUS import (SCUP
 * catalogues), as HP, Dell, Lenovo, Adobe and Patch My PC publish them, read and written.
 *
 * <p>{@link io.patchbay.feeds.sdp.SdpCatalog} reads a catalogue in any of its forms: a cabinet, or a zip file, of one
 * XML with all packages (V1); a cabinet with a file {@code .sdp} for each package (V2 and V3, which may hold the XML as
 * well); one bare XML or {@code .sdp}.
 *
 * <pre>{@code
 * SdpCatalog.read(snapshot, document, sink);
 * }</pre>
 *
 * <p>{@link io.patchbay.feeds.sdp.SdpWriter} writes such a cabinet. What was read is written so that it reads back
 * equal.
 *
 * <p>A package with one installable item, or none, is one update, with the package's id. A package with several items
 * is a bundle of updates, one for each item, with the items' ids. The rules of a package and of its item must both
 * hold, so they are joined by {@code And}. What the model has no field for stands among the attributes of the
 * installation:
 *
 * <table>
 * <caption>Attributes</caption>
 * <tr><td>{@code CreationDate}</td><td>the time of the package, in full</td></tr>
 * <tr><td>{@code CanSourceBeRequired}, {@code RestrictToClientServicingApi}</td><td>if true</td></tr>
 * <tr><td>{@code UpdateClassification}</td><td>{@code Hotfixes}, which is shown as Updates</td></tr>
 * <tr><td>{@code InstallableItem}</td><td>the id of the item</td></tr>
 * <tr><td>{@code PackageID}</td><td>the package, of an update that is one of several items</td></tr>
 * <tr><td>{@code Modified}</td><td>the time of the file</td></tr>
 * <tr><td>{@code FileName}, {@code OriginUri}</td><td>where the model's file cannot say the same</td></tr>
 * <tr><td>{@code UninstallationBehavior}, {@code UninstallationImpact}, …</td><td>UninstallProperties</td></tr>
 * <tr><td>{@code ReturnCode.3010.en}</td><td>what a return code means, by language</td></tr>
 * <tr><td>{@code RepairPath.{…}}</td><td>WindowsInstallerRepairPath, by product or patch</td></tr>
 * </table>
 *
 * <p>besides the installer's own, such as {@code ProductCode} and {@code DefaultResult}.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.feeds.sdp;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
