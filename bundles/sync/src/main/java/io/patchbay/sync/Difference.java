package io.patchbay.sync;

import io.patchbay.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * What is held of an update against what is live.
 *
 * @param live what the provider last said of it and the catalogue serves; null if it is new
 * @param held what the held snapshot says; null if that no longer has it
 */
public record Difference(@Nullable Update live, @Nullable Update held) {}
