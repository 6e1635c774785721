package io.patchbay.isolation.child;

import io.patchbay.isolation.wire.BodyReader;
import io.patchbay.isolation.wire.Failure;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.isolation.wire.Link;
import io.patchbay.isolation.wire.Start;
import io.patchbay.spi.FeedException;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleException;

/** The program: starts a bundle, does the one thing that it is asked for, and is killed; if the engine goes, it ends. */
public final class ChildMain {
    private ChildMain() {}

    /** Talks to the engine through what were standard input and output, which nothing else gets to use. */
    public static void main(String[] arguments) throws IOException {
        Link link = new Link(new FileInputStream("/dev/stdin"), new FileOutputStream("/dev/stdout"));
        closeStandard();
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        var unused =
                ProcessHandle.current().parent().map(engine -> engine.onExit().thenRun(ChildMain::end));
        run(link);
        awaitEnd(link);
        end();
    }

    /** A process that the provider starts, and that outlives this one, would hold them open: the engine would wait for that. Java makes them /dev/null. */
    private static void closeStandard() throws IOException {
        new FileInputStream(FileDescriptor.in).close();
        new FileOutputStream(FileDescriptor.out).close();
    }

    /** The engine ends this process itself, and what it started with it. */
    private static void awaitEnd(Link link) throws IOException {
        try {
            link.receive();
        } catch (EOFException e) {
            // The engine has gone, or the provider closed the input.
        }
    }

    /** Whatever threads the provider has. */
    private static void end() {
        Runtime.getRuntime().halt(0);
    }

    private static void run(Link link) throws IOException {
        try {
            Start start = BodyReader.read(link.receive().body(), Start::read);
            new Worker(link, BundleProviders.start(start)).answer(link.receive());
            link.sendNow(Kind.DONE, new byte[0]);
        } catch (FeedException | IOException | BundleException | InterruptedException e) {
            link.sendNow(Kind.FAILURE, Failure.write(e));
        } catch (RuntimeException | Error e) {
            link.sendNow(Kind.FAILURE, Failure.write(e)); // a bug of the provider's
        }
    }
}
