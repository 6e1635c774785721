package io.patchbay.provider.microsoft.scan;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the work that reading a scan file takes, so that tests see what is spared. */
final class Effort {
    final AtomicInteger shardsDecoded = new AtomicInteger();
    final AtomicInteger fragmentsParsed = new AtomicInteger();
}
