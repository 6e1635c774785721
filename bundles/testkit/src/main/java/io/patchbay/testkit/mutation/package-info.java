/**
 * Damage to recorded documents: what a broken upstream, a broken line or an attacker makes of them. {@link io.patchbay.testkit.mutation.Mutator} knows
 * the structure of JSON, XML, HTML, text and cabinets, so that most of its mutants get past the reader and into the provider.
 *
 * <pre>{@code
 * Mutator mutator = new Mutator(42);
 * for (int i = 0; i < 1000; i++) {
 *     RecordedSnapshot mutant = recorded.with("latest.json", mutator.mutate(recorded.bytes("latest.json")));
 *     … provider.parse(mutant, sink) ends well, or with a FeedException or an IOException …
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.testkit.mutation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
