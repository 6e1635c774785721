/** Makes Microsoft scan files of any size, and measures what reading them costs against other tools. */
@NullMarked
package io.patchbay.benchmarks;

import org.jspecify.annotations.NullMarked;
