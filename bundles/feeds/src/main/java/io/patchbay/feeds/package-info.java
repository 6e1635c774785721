/**
 * The readers of vendors' documents: the only code that touches untrusted bytes of text formats, with limits that cannot be left out.
 *
 * <p>Every reader takes a document of a snapshot and gives something a provider can walk: {@link io.patchbay.feeds.Html} a jsoup document,
 * {@link io.patchbay.feeds.Json} and {@link io.patchbay.feeds.Yaml} a {@link io.patchbay.feeds.Value} that knows where in the document it
 * stands, {@link io.patchbay.feeds.Checksums} a map from path to digest, {@link io.patchbay.feeds.Xml} a cursor. What is not as the provider
 * expects ends in one {@link io.patchbay.spi.FeedException} that names document and place.
 *
 * <pre>{@code
 * Value versions = Json.read(snapshot, VERSIONS);
 * String esr = versions.get("FIREFOX_ESR").text();     // or: firefox_versions.json at /FIREFOX_ESR: expected text, found object
 * }</pre>
 *
 * <p>What several upstreams publish in one form is read in one way: {@link io.patchbay.feeds.GitHubReleases}, {@link io.patchbay.feeds.Posts} of
 * blogs, {@link io.patchbay.feeds.Omaha}'s offers, {@link io.patchbay.feeds.CveList} for how bad a vulnerability is, {@link
 * io.patchbay.feeds.CveText} and {@link io.patchbay.feeds.CveRow} for what people are told of it. {@link io.patchbay.feeds.OpenPgpSigner} demands
 * signatures, {@link io.patchbay.feeds.DetachedSignatures} fetches them with what they sign. {@link io.patchbay.feeds.Passage} reads what a sentence
 * says.
 * What is known of a vendor without any feed is data: see the package {@code io.patchbay.feeds.vendor}.
 *
 * <p>{@link io.patchbay.feeds.SnapshotFolder} is a snapshot on disk, {@link io.patchbay.feeds.UpdateJson} the JSON form of an update, {@link
 * io.patchbay.feeds.AdvisoryJson} that of an advisory.
 */
@Export
@Version("1.6.0")
@NullMarked
package io.patchbay.feeds;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
