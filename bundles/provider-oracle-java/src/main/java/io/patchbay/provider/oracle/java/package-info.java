/** Oracle's Java for Windows: the list of releases says what there is, the update map where Java 8 is, risk matrices what a release fixes. */
@NullMarked
package io.patchbay.provider.oracle.java;

import org.jspecify.annotations.NullMarked;
