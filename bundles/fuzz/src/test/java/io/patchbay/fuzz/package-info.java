/**
 * Fuzz targets. A normal build feeds them their seeds; {@code JAZZER_FUZZ=1 mvn -pl bundles/fuzz -am package -Dtest=CabinetFuzzTest
 * -Dsurefire.failIfNoSpecifiedTests=false} has Jazzer look for new input, of one class at a time, and write what it finds beside the seeds, in
 * {@code src/test/resources}, from where on it is one.
 */
@NullMarked
package io.patchbay.fuzz;

import org.jspecify.annotations.NullMarked;
