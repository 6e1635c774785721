package io.patchbay.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies one stream into another on a thread of its own, because waiting for a process cannot be interrupted. */
final class Pump implements Runnable {
    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final OutputStream out;

    private Pump(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static void start(InputStream in, OutputStream out, String name) {
        Thread thread = new Thread(new Pump(in, out), name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try (in;
                out) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One end went, and closing the other tells whoever is there.
        }
    }
}
