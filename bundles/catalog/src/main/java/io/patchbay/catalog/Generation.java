package io.patchbay.catalog;

import java.time.Instant;

/**
 * One commit.
 *
 * @param number 1 for the first, one more for each
 * @param committed when
 * @param provider whose snapshot it was
 * @param snapshot the snapshot's name
 * @param changes what it changed
 */
public record Generation(long number, Instant committed, String provider, String snapshot, ChangeCounts changes) {}
