/**
 * The catalogue of updates: what every provider's last good snapshot says, as one searchable whole.
 *
 * <p>Readers ask the {@link io.patchbay.catalog.Catalog} service for a {@link io.patchbay.catalog.CatalogView}: an
 * immutable view of one generation, which never changes while it is held, whatever is committed meanwhile. A patch
 * server keeps the number of the last generation it saw and when that was committed, and asks for the changes since.
 *
 * <pre>{@code
 * CatalogView view = catalog.view();
 * Page page = view.search(Query.builder().product("firefox").severityAtLeast(Severity.IMPORTANT).build());
 * for (Entry entry : page.entries()) {
 *     Details details = view.details(entry.id()).orElseThrow();
 * }
 * boolean known = catalog.generation(last).filter(g -> g.committed().equals(lastCommitted)).isPresent();
 * List<Change> news = view.changes(known ? last : 0, 1000);
 * }</pre>
 *
 * <p>Writers go through {@link io.patchbay.catalog.CatalogWriter}: a candidate collects what one snapshot says, tells
 * what would change, and becomes a generation in one transaction, or nothing.
 */
@Export
@Version("1.3.0")
@NullMarked
package io.patchbay.catalog;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
