package io.patchbay.sync.engine;

import java.util.concurrent.Semaphore;

/** So many runs may do more than fetch at a time, in the order in which they ask; and as soon as it is said, more or fewer. */
final class Turns extends Semaphore {
    private static final long serialVersionUID = 1L;

    private int parallel;

    Turns(int parallel) {
        super(atLeastOne(parallel), true);
        this.parallel = atLeastOne(parallel);
    }

    private static int atLeastOne(int parallel) {
        return Math.max(1, parallel);
    }

    /** Those that have a turn keep it, even if they are more. */
    synchronized void resize(int now) {
        int more = atLeastOne(now) - parallel;
        parallel += more;
        if (more > 0) {
            release(more);
        } else {
            reducePermits(-more);
        }
    }
}
