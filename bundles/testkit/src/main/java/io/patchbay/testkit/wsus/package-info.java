/**
 * An update server to test against, for whatever speaks MS-WSUSSS as a downstream server does. {@link
 * io.patchbay.testkit.wsus.FakeWsus} answers on loopback as WSUS and Microsoft's servers were seen to, from the {@link
 * io.patchbay.testkit.wsus.StoredUpdate}s that it was given, and badly if it is told to.
 *
 * <pre>{@code
 * try (FakeWsus server = FakeWsus.start(InstantSource.system())) {
 *     server.add(new StoredUpdate(id, 200, false, List.of(product, classification), xml, Map.of()));
 *     server.refuse("GetUpdateData", "ServerBusy");
 *     … server.upstream().url("/") …
 *     assertEquals(1, server.served());
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.testkit.wsus;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
