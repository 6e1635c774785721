/** What the engine and the processes of providers say to each other. */
@NullMarked
package io.patchbay.isolation.wire;

import org.jspecify.annotations.NullMarked;
