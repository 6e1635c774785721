package io.patchbay.provider.microsoft.scan;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the work that reading a scan file takes, so that tests see what is spared. */
final class Effort {
    final AtomicInteger shardsDecoded = new AtomicInteger();
    final AtomicLong bytesDecoded = new AtomicLong();
    final AtomicInteger fragmentsParsed = new AtomicInteger();
}
