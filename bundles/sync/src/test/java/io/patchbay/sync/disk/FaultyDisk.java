package io.patchbay.sync.disk;

import java.io.IOException;
import java.nio.file.Path;

/** Counts what is done with the files below a folder, and fails one time or from then on. Thread-safe. */
public final class FaultyDisk {
    /** How it fails. */
    public enum Fault {
        /** One operation fails, whatever it is; a write after the half of it. */
        ERROR("Input/output error"),
        /** From one operation on, nothing can be written or made; what is there can be read and removed. */
        FULL("No space left on device");

        private final String message;

        Fault(String message) {
            this.message = message;
        }

        /** What the exceptions say. */
        public String message() {
            return message;
        }
    }

    /** What is done with files. */
    enum Operation {
        READ,
        WRITE,
        FORCE,
        MAKE,
        REMOVE
    }

    private final FaultyProvider provider = new FaultyProvider(this);
    private Fault fault = Fault.ERROR;
    private long left = Long.MAX_VALUE;
    private boolean hasFailed;

    /** The folder, as it is seen on this disk. */
    public Path on(Path folder) {
        return provider.wrap(folder);
    }

    /** Fails at an operation from now on, 1 for the next. */
    public synchronized void failAt(long operation, Fault how) {
        fault = how;
        left = operation;
        hasFailed = false;
    }

    /** Fails no more. */
    public synchronized void repair() {
        left = Long.MAX_VALUE;
    }

    /** Whether it has failed since it was told to. */
    public synchronized boolean hasFailed() {
        return hasFailed;
    }

    /** Tells whether an operation fails now. */
    synchronized boolean fails(Operation operation) {
        left--;
        boolean needsSpace = operation == Operation.WRITE || operation == Operation.MAKE;
        boolean fails = fault == Fault.ERROR ? left == 0 : left <= 0 && needsSpace;
        hasFailed |= fails;
        return fails;
    }

    void check(Operation operation, Object what) throws IOException {
        if (fails(operation)) {
            throw failure(what);
        }
    }

    synchronized IOException failure(Object what) {
        return new IOException(what + ": " + fault.message());
    }
}
