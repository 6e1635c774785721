/**
 * What a vendor bundle is tested with. {@link io.patchbay.testkit.ProviderContract} is the test that every provider extends: it parses the
 * recorded cases, compares the updates with {@code expected.json}, and damages the documents to see what happens. {@link
 * io.patchbay.testkit.RecordedSnapshot} is one such case, to change for a test of one's own, and {@link io.patchbay.testkit.RecordedCases} are a
 * provider's; {@link io.patchbay.testkit.FakeUpstream} is an
 * upstream on loopback that answers well or badly, {@link io.patchbay.testkit.FakeUpdateCatalogue} and {@link
 * io.patchbay.testkit.FakeMsrc} are Microsoft's with the documents of a case (an update server is in {@code io.patchbay.testkit.wsus}); {@link
 * io.patchbay.testkit.Samples} finds samples that are too large for the repository, {@link io.patchbay.testkit.HostileDocuments} replays those that are hostile; {@link
 * io.patchbay.testkit.Endpoint} evaluates detection rules on a computer made up for a test.
 *
 * <pre>{@code
 * final class ExampleProviderTest extends ProviderContract {
 *     protected FeedProvider provider() {
 *         return new ExampleProvider();
 *     }
 * }
 * }</pre>
 */
@Export
@Version("1.3.0")
@NullMarked
package io.patchbay.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
