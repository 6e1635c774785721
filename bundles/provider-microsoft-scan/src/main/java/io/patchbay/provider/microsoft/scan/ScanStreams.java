package io.patchbay.provider.microsoft.scan;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** As many streams through a scan file as are read at once: whoever reads the members in order needs one. Thread-safe. */
final class ScanStreams implements Closeable {
    private final Snapshot snapshot;
    private final Queue<ScanStream> idle = new ConcurrentLinkedQueue<>();

    ScanStreams(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    <T> T read(int member, ScanStream.Use<T> use) throws IOException, FeedException {
        ScanStream stream = take(member);
        boolean done = false;
        try {
            T made = stream.read(member, use);
            done = true;
            return made;
        } finally {
            if (done) {
                idle.add(stream);
            } else {
                stream.close();
            }
        }
    }

    private ScanStream take(int member) throws IOException, FeedException {
        @Nullable ScanStream stream = idle.poll();
        if (stream != null && stream.isBefore(member)) {
            return stream;
        }
        if (stream != null) {
            stream.close();
        }
        return new ScanStream(snapshot);
    }

    @Override
    public void close() throws IOException {
        for (ScanStream stream = idle.poll(); stream != null; stream = idle.poll()) {
            stream.close();
        }
    }
}
