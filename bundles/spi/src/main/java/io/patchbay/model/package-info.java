/**
 * The shared model of updates: what every provider speaks, and what the catalogue stores and answers.
 *
 * <p>The words are Microsoft's, because administrators and the protocols use them. One {@link
 * io.patchbay.model.Update} is one row of an administrator's list: a title, a classification, a severity, products,
 * files with digests, rules that tell whether an endpoint needs it, and relations to other updates. It is made of
 * parts ({@link io.patchbay.model.Part}); each part remembers the document it was read from.
 *
 * <pre>{@code
 * UpdateId id = UpdateId.of("putty", "PuTTY MSI", "0.83", "x64", "msi");
 * Update update = Update.builder(id, UpdateType.SOFTWARE)
 *     .release(release, "latest.html")
 *     .description(Description.english("PuTTY 0.83 (x64, MSI)", ""), "latest.html")
 *     .files(List.of(installer), "sha512sums")
 *     .build();
 * }</pre>
 *
 * <p>An {@link io.patchbay.model.Advisory} is the other thing that providers read: no update, but what somebody says about vulnerabilities and
 * the updates that fix them.
 *
 * <p>All types are immutable and thread-safe. Collections are copied, never null, and empty where the vendor says
 * nothing. A component that may be absent is marked {@code @Nullable}.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.patchbay.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
