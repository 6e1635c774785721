package vendor.hostile;

import io.patchbay.model.Advisory;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** What a provider can do to whoever runs it. */
public enum Misbehaviour {
    NONE,

    HANGS_IN_START {
        @Override
        void inStart() throws IOException, InterruptedException {
            hang();
        }
    },

    EXITS_IN_START {
        @Override
        void inStart() {
            System.exit(0);
        }
    },

    THROWS_IN_START {
        @Override
        void inStart() {
            throw new IllegalStateException("no licence");
        }
    },

    HANGS_IN_STOP {
        @Override
        void inStop() throws InterruptedException {
            hang();
        }
    },

    HANGS_IN_PARSE {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            hang();
        }
    },

    IGNORES_INTERRUPTS {
        @Override
        void inParse(UpdateSink sink) {
            while (true) {
                try {
                    hang();
                } catch (InterruptedException e) {
                    reached();
                }
            }
        }
    },

    SPINS {
        @Override
        void inParse(UpdateSink sink) {
            reached();
            while (true) {
                Thread.onSpinWait();
            }
        }
    },

    THROWS {
        @Override
        void inParse(UpdateSink sink) {
            throw new IllegalStateException("a bug");
        }
    },

    OVERFLOWS_THE_STACK {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            inParse(sink);
            inParse(sink);
        }
    },

    FILLS_THE_HEAP {
        @Override
        void inParse(UpdateSink sink) {
            List<byte[]> hoard = new ArrayList<>();
            while (true) {
                hoard.add(new byte[1 << 20]);
            }
        }
    },

    EXITS {
        @Override
        void inParse(UpdateSink sink) {
            System.exit(0);
        }
    },

    HALTS {
        @Override
        void inParse(UpdateSink sink) {
            Runtime.getRuntime().halt(7);
        }
    },

    LEAKS_THREADS {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            for (int i = 0; i < 50; i++) {
                new Thread(Misbehaviour::hangOn).start();
            }
            sink.accept(advisory("one", "after 50 threads"));
        }
    },

    STARTS_A_PROCESS {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            Process sleeper = new ProcessBuilder("sleep", "1000").start();
            sink.accept(advisory("one", Long.toString(sleeper.pid())));
        }
    },

    LEAVES_A_PROCESS {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            new ProcessBuilder("setsid", "--fork", "sleep", "30")
                    .inheritIO()
                    .start()
                    .waitFor();
            System.exit(5);
        }
    },

    OPENS_A_SOCKET {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            try (ServerSocket socket = new ServerSocket(0)) {
                sink.accept(advisory("one", Integer.toString(socket.getLocalPort())));
            }
        }
    },

    READS_FILES {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            sink.accept(
                    advisory("one", Files.readAllLines(Path.of("/etc/passwd")).get(0)));
        }
    },

    READS_THE_ENVIRONMENT {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            sink.accept(advisory("one", "variables " + System.getenv().keySet()));
        }
    },

    FLOODS {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            for (long i = 0; true; i++) {
                sink.accept(advisory("advisory " + i, ""));
            }
        }
    },

    GIVES_GIANT_TEXTS {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            sink.accept(advisory("one", "x".repeat(17 << 20)));
        }
    },

    GIVES_THE_SAME_TWICE {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            sink.accept(advisory("one", ""));
            sink.accept(advisory("one", ""));
        }
    },

    WRITES_GARBAGE {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            write("garbage".getBytes(StandardCharsets.US_ASCII));
        }
    },

    CLAIMS_A_LONG_MESSAGE {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            write(new byte[] {'u', 0x7f, -1, -1, -1});
        }
    },

    CLAIMS_A_LONG_LIST {
        @Override
        void inStart() throws IOException, InterruptedException {
            write(new byte[] {'d', 0, 0, 0, 8, 0x7f, -1, -1, -1, -1, -1, -1, -1});
            hang();
        }
    },

    GIVES_WRONG_UPDATES {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            write(new byte[] {'u', 0, 0, 0, 2, '{', '}'});
        }
    },

    DIRECTS_WHAT_IT_MAY_NOT {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            write(new byte[] {'c', 0, 0, 0, 0});
        }
    },

    CLOSES_ITS_OUTPUT {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            new FileOutputStream(FileDescriptor.out).close();
            sink.accept(advisory("one", "no output"));
        }
    },

    CLOSES_ITS_INPUT {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            new FileInputStream(FileDescriptor.in).close();
            sink.accept(advisory("one", "no input"));
        }
    },

    COMPLAINS_WITHOUT_END {
        @Override
        void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {
            for (int i = 0; i < 10_000; i++) {
                System.err.println("a complaint of some length, which nobody reads: " + i);
            }
            sink.accept(advisory("one", "10000 complaints"));
        }
    };

    void inStart() throws IOException, InterruptedException {}

    void inStop() throws InterruptedException {}

    void inParse(UpdateSink sink) throws IOException, FeedException, InterruptedException {}

    private static void hang() throws InterruptedException {
        reached();
        new CountDownLatch(1).await();
    }

    private static void hangOn() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever waits for it sees that it hangs now. */
    private static void reached() {
        try {
            Files.writeString(Path.of("reached"), "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To the engine, past everything. */
    private static void write(byte[] bytes) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            Files.write(open.filter(Misbehaviour::isPipeToWrite).findFirst().orElseThrow(), bytes);
        }
    }

    private static boolean isPipeToWrite(Path file) {
        try {
            Path info = Path.of("/proc/self/fdinfo").resolve(file.getFileName());
            return Files.readSymbolicLink(file).toString().startsWith("pipe:")
                    && Files.readString(info).matches("(?s).*flags:\\s*[0-7]*1\n.*");
        } catch (IOException e) {
            return false; // closed since
        }
    }

    private static Advisory advisory(String id, String title) {
        return new Advisory(id, title, List.of(), null, null, List.of(), List.of(), List.of("list"));
    }
}
