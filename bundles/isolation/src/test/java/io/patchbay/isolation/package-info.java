/** Tests of processes of providers. */
@NullMarked
package io.patchbay.isolation;

import org.jspecify.annotations.NullMarked;
