/**
 * Reads Microsoft cabinets, the archives that Microsoft's update feeds come in, without ever trusting them.
 *
 * <p>A {@link io.patchbay.cabinet.CabinetReader} runs forward over any stream, so a cabinet inside a cabinet is read
 * where it lies:
 *
 * <pre>{@code
 * try (CabinetReader outer = new CabinetReader("wsusscn2.cab", in, CabinetLimits.DEFAULT)) {
 *     for (Member member = outer.next(); member != null; member = outer.next()) {
 *         if (member.name().equals("package.cab")) {
 *             readPackage(new CabinetReader(member.name(), outer.content(), CabinetLimits.DEFAULT));
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Stored, MSZIP and LZX folders are decoded; Quantum folders and sets of several cabinets are refused. Whatever is
 * wrong with the bytes ends in a {@link io.patchbay.cabinet.CabinetException}; memory is bounded by the LZX window (2
 * MiB at most), output by the sizes the cabinet declares and {@link io.patchbay.cabinet.CabinetLimits} allows. A {@link
 * io.patchbay.cabinet.CabinetWriter} makes stored and MSZIP cabinets.
 *
 * <p>The format is Microsoft's [MS-CAB], with [MS-MCI] for MSZIP and [MS-PATCH] section 2 for LZX.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.cabinet;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
