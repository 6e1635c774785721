/**
 * What is known of a vendor without any feed, as data: its products, and of each package how an endpoint shows that it has it, how it is
 * installed and removed, what its file is called and where that is. It stands in a file {@code vendor.yaml} beside the provider's class,
 * and is read when the class is loaded.
 *
 * <pre>{@code
 * id: example                      # the provider's
 * vendor: Example Ltd
 * products: {Example: Example}     # name and family
 * hosts: [mirror.example.com]      # beyond those of the feeds
 * packages:
 * - product: Example
 *   type: exe                      # or msi, or msp
 *   for:                           # one package for each processor; what differs between them
 *     x86: {suffix: -32}
 *     x64: {suffix: ""}
 *   file: example-${version}${suffix}.exe
 *   url: https://example.com/files/${file}
 *   found: {key: Example}          # which version is installed: see below
 *   arguments: /S
 *   uninstall: '"${programs}\Example\remove.exe" /S'
 *   restart: never                 # installing asks for none
 *   blocking: example.exe
 * }</pre>
 *
 * <p>A text may have the names of {@link io.patchbay.feeds.vendor.Words}, of the processor's own words, {@code arch}, {@code file}, and {@code
 * programs}, which is where programs for the processor are installed. Further keys of a package: {@code channel} ({@code release}) and {@code
 * languages} (none) of its line; {@code title}; {@code family} of a product that is not among the products; {@code install: none} if there is
 * nothing to run but for {@code uninstall}; {@code unpacks: msi} if the exit codes are Windows Installer's, or {@code return-codes} that say what each means ({@code
 * 3010: restart}; also {@code succeeded}, {@code failed}, {@code cancelled}); {@code restart}, which is {@code never}, {@code can-request} if it is
 * not given, or {@code always}. A package for a 64-bit processor is for endpoints that have this
 * very one; with {@code processor: always}, one for x86 says that any will do.
 *
 * <p>{@code found} is a rule that is asked twice: whether the version is at least the release's, for what is installed, and whether it is below,
 * for what is to be replaced; {@code installed} and {@code older} are two rules in its place. A sequence is true if all of it is. Rules are:
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><td>{@code all: […]}, {@code any: […]}, {@code not: …}, {@code always}, {@code never}</td><td>logic</td></tr>
 * <tr><td>a name</td><td>the rule that {@code rules} has under it</td></tr>
 * <tr><td>{@code older: …}</td><td>the rule with the version below the release's, whatever is asked</td></tr>
 * <tr><td>{@code key: K}</td><td>the version of the entry with this key among the installed programs</td></tr>
 * <tr><td>{@code hasKey: K}</td><td>there is such an entry</td></tr>
 * <tr><td>{@code entry: N}</td><td>the version of an entry whose name begins so; with {@code where}, some entry for which that is true, of
 *     {@code version}, {@code atLeast: V}, {@code below: V}, {@code nameHas: N}, {@code nameEnds: N}, {@code versionEnds: V}</td></tr>
 * <tr><td>{@code each: L, is: …}</td><td>in a sequence: the rule once for each number of the list L, named so; {@code next} is one more</td></tr>
 * <tr><td>{@code file: P}</td><td>the version of a file below the folder of programs; {@code where} as above</td></tr>
 * <tr><td>{@code hasFile: P}</td><td>there is such a file</td></tr>
 * <tr><td>{@code registry: K, value: V, is: T}</td><td>a value of the machine's registry is this text</td></tr>
 * </table>
 *
 * <p>Entries are those of the processor's view of the registry, unless {@code view} names one, {@code 32} or {@code 64}, or {@code both}, of which either will do. A text with a name from
 * {@code lists} stands for one text for each of its values, of which any will do.
 *
 * <p>What the vendor has ended stands under {@code ended}, each with the last {@code version} in its {@code scheme}, a {@code text}, a {@code page},
 * one {@code package} that is found and removed, and the days when it was {@code released} and {@code ended}, if they are known.
 *
 * <p>What feeds say of a release is put together by {@link io.patchbay.feeds.vendor.VendorRelease}; {@link io.patchbay.feeds.vendor.FileChecksums}
 * gives what its files are, {@link io.patchbay.feeds.vendor.Offers} how far it has come.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.feeds.vendor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
