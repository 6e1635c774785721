/**
 * The audit log: what was done in this engine, by whom and to what, in a chain of records that shows every later change.
 *
 * <p>Whoever does something that has to be accounted for records it before it says that it is done. The record is on the disk when
 * {@link io.patchbay.audit.AuditLog#record} returns; if it cannot be written, that throws, and the action must fail as well.
 *
 * <pre>{@code
 * audit.record("alice", "release", "putty", Map.of("snapshot", held.snapshot(), "reason", reason));
 * }</pre>
 *
 * <p>The actor is the user who gave the command: for releases and rejections, for runs that were asked for with all that they do, and for bundles and
 * configurations that a command changes. It is {@code engine} for what nobody asked for by a command: scheduled runs, files that came, changed or went in
 * the drop-in folder or in {@code conf}, and what the engine does of itself.
 *
 * <p>What is recorded:
 *
 * <table>
 * <caption>Actions</caption>
 * <tr><th>action</th><th>object</th><th>details</th></tr>
 * <tr><td>{@code begin}</td><td>{@code engine}</td><td>its version</td></tr>
 * <tr><td>{@code recover}</td><td>the file of the log</td><td>what a crash had left there, and was cut off</td></tr>
 * <tr><td>{@code commit}</td><td>the provider</td><td>the run, its snapshot and counts; recorded before the catalogue is changed</td></tr>
 * <tr><td>{@code run}</td><td>the provider</td><td>how the run ended, its snapshot, counts and generation</td></tr>
 * <tr><td>{@code hold}, {@code release}, {@code reject}</td><td>the provider</td><td>what, and why</td></tr>
 * <tr><td>{@code configure}, {@code unconfigure}</td><td>the configuration's id</td><td>its keys and values; of secrets, only
 *     that they changed</td></tr>
 * <tr><td>{@code install}, {@code update}, {@code start}, {@code stop}, {@code uninstall}</td><td>the bundle's symbolic
 *     name</td><td>its version and location</td></tr>
 * </table>
 *
 * <p>A chain without a secret cannot show that all of it was written anew, with its head. Who has to exclude that keeps the head which
 * {@code patchbay:audit verify} prints in another place.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.patchbay.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
