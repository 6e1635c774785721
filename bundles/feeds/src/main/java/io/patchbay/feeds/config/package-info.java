/** Files of the configuration: what a component reads of them, whatever an operator wrote there. */
@Export
@Version("1.1.0")
@NullMarked
package io.patchbay.feeds.config;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
