/** A disk that fails when it is told to: a file system over the real one. */
@NullMarked
package io.patchbay.sync.disk;

import org.jspecify.annotations.NullMarked;
