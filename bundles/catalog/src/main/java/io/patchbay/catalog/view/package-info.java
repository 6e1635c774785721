/**
 * The catalogue in memory: one immutable view of a generation, what is asked of it, and how the next one follows from
 * it.
 */
@NullMarked
package io.patchbay.catalog.view;

import org.jspecify.annotations.NullMarked;
