package io.patchbay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** Processor time of this process: the figure that other work on the machine disturbs least. */
final class Cpu {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Cpu() {}

    /** Nanoseconds of the best of some rounds, compiler and garbage collector included. */
    static long best(int rounds, Callable<?> work) throws Exception {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long before = SYSTEM.getProcessCpuTime();
            work.call();
            best = Math.min(best, SYSTEM.getProcessCpuTime() - before);
        }
        return best;
    }
}
