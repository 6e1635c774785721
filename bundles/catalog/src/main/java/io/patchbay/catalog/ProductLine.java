package io.patchbay.catalog;

import io.patchbay.model.Line;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A succession of releases, and where it stands.
 *
 * @param line what tells it apart
 * @param current the newest release that is given out; null if none is, for instance because all were withdrawn
 * @param coming the newest release of a higher version that exists but is not given out yet; null if there is none
 * @param endOfLife the day after which it is no longer maintained, by what its newest release says; null if that says nothing
 * @param releases how many releases of it the catalogue has, withdrawn ones included
 */
public record ProductLine(
        Line line, @Nullable Entry current, @Nullable Entry coming, @Nullable LocalDate endOfLife, int releases) {}
