package io.patchbay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** Processor time of this process: the figure that other work on the machine disturbs least. */
final class Cpu {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Cpu() {}

    /** Nanoseconds that some work takes, compiler and garbage collector included. */
    static long of(Callable<?> work) throws Exception {
        long before = SYSTEM.getProcessCpuTime();
        work.call();
        return SYSTEM.getProcessCpuTime() - before;
    }

    /** Nanoseconds of the best of some rounds. */
    static long best(int rounds, Callable<?> work) throws Exception {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            best = Math.min(best, of(work));
        }
        return best;
    }
}
