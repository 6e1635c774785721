/** Google Chrome for Windows: the update service gives the files, version history how far they have come, the release blog what they fix. */
@NullMarked
package io.patchbay.provider.google.chrome;

import org.jspecify.annotations.NullMarked;
