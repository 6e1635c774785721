/**
 * What a vendor bundle implements: one {@link io.patchbay.spi.FeedProvider}, registered as a service.
 *
 * <p>A provider says <em>which</em> documents its upstream publishes and <em>what they mean</em>. The engine does the rest: it fetches
 * the documents into a {@link io.patchbay.spi.Snapshot}, has the provider parse it, compares what came out with the catalogue, and
 * commits all of it or nothing.
 *
 * <pre>{@code
 * @Component
 * public final class ExampleProvider implements FeedProvider {
 *     static final Feed LATEST = Feed.html("latest.html", "https://vendor.example/download.html");
 *
 *     public ProviderInfo info() {
 *         return ProviderInfo.of("example", "Example Ltd", List.of(Product.named("Example", "Example")), "vendor.example");
 *     }
 *
 *     public List<Feed> feeds() {
 *         return List.of(LATEST);
 *     }
 *
 *     public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
 *         for (Element link : Html.read(snapshot, LATEST).select("a[href$=.msi]")) {
 *             sink.accept(update(link));
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Where documents name further documents, the provider overrides {@link io.patchbay.spi.FeedProvider#fetch} and directs the {@link
 * io.patchbay.spi.Fetcher}. Where an upstream wants to be asked, by SOAP or a form, it puts {@link io.patchbay.spi.Question questions} and keeps the {@link
 * io.patchbay.spi.Answer answers} that tell something. It never opens a socket, a file or a thread itself, never logs, and keeps nothing between two calls.
 */
@Export
@Version("1.4.0")
@NullMarked
package io.patchbay.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
