/**
 * What a vendor bundle is tested with: {@link io.patchbay.testkit.FakeUpstream} is an upstream on loopback that answers well or badly.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.patchbay.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
