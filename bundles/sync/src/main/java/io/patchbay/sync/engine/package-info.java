/** How runs are made: the providers that are plugged in, where their snapshots come from, the course of a run, its history. */
@NullMarked
package io.patchbay.sync.engine;

import org.jspecify.annotations.NullMarked;
