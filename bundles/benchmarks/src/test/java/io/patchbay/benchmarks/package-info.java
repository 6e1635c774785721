/** Tests of the generator, and of what an import counts. */
@NullMarked
package io.patchbay.benchmarks;

import org.jspecify.annotations.NullMarked;
