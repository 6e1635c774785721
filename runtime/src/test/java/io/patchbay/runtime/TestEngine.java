package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The built distribution in this process, driven through its socket. */
final class TestEngine implements AutoCloseable {
    /** What commands wrote, and their exit status. */
    record Answer(int status, String out, String err) {}

    private final Home home;
    private final Path socket;
    private final Engine engine;

    private TestEngine(Home home, Path socket, Engine engine) {
        this.home = home;
        this.socket = socket;
        this.engine = engine;
    }

    static Distribution distribution() {
        return new Distribution(Path.of(System.getProperty("patchbay.distribution")));
    }

    /** Starts on a folder, whose {@code feeds} are read instead of the network. */
    static TestEngine start(Path data) throws EngineException, IOException {
        Home home = Home.take(data);
        return start(home, Map.of("patchbay.feeds", home.folder("feeds").toString()));
    }

    /** Starts on a folder, and reads these recorded feeds instead of the network. */
    static TestEngine start(Path data, Path feeds) throws EngineException, IOException {
        return start(Home.take(data), Map.of("patchbay.feeds", feeds.toString()));
    }

    /** Starts on a folder, and asks the network only when told to. */
    static TestEngine online(Path data) throws EngineException, IOException {
        return start(Home.take(data), Map.of("patchbay.oneshot", "true"));
    }

    private static TestEngine start(Home home, Map<String, String> source) throws EngineException, IOException {
        Path socket = home.folder().resolve("shell.sock");
        Map<String, String> settings = new HashMap<>(source);
        settings.put("patchbay.socket", socket.toString());
        settings.put("patchbay.providers", home.folder("providers").toString());
        settings.put("patchbay.providers.poll", "20");
        return new TestEngine(home, socket, Engine.start(distribution(), home, settings));
    }

    /** What these commands print; they must not fail. */
    String ask(String commands) throws IOException {
        Answer answer = execute(commands);
        assertEquals(0, answer.status(), answer.err());
        return answer.out();
    }

    Answer execute(String commands) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (EngineClient client = EngineClient.connect(socket).orElseThrow()) {
            int status = client.execute(commands, stream(out), stream(err));
            return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** What the deployer says; its types are the bundle's own, so as a text. */
    String dropIns() throws ReflectiveOperationException, InvalidSyntaxException {
        ServiceReference<?> reference = context().getAllServiceReferences("io.patchbay.deployer.Deployer", null)[0];
        Object deployer = context().getService(reference);
        Method dropIns =
                reference.getBundle().loadClass("io.patchbay.deployer.Deployer").getMethod("dropIns");
        return String.valueOf(dropIns.invoke(deployer));
    }

    /** Asks the catalogue without the shell: the entries of a provider in one view, and so many of them in full. */
    @SuppressWarnings("unchecked")
    BiFunction<String, Integer, List<String>> reader() throws IOException, BundleException {
        Path jar = home.folder().resolve("staging/reader.jar");
        SampleJar.reader().dropInto(jar);
        Bundle bundle = context().installBundle("reference:" + jar.toUri());
        bundle.start();
        return (BiFunction<String, Integer, List<String>>) context().getService(bundle.getRegisteredServices()[0]);
    }

    /** The framework's own context. */
    BundleContext context() {
        return engine.bundles().get(0).getBundleContext();
    }

    Path folder(String name) throws EngineException {
        return home.folder(name);
    }

    Engine engine() {
        return engine;
    }

    /** Records what the sample vendor publishes. */
    static void publish(Path data, String recording, String... releases) throws IOException {
        publish(data, "sample", recording, List.of(releases));
    }

    /** Records what the upstream of a provider publishes. */
    static void publish(Path data, String provider, String recording, List<String> releases) throws IOException {
        Path folder =
                Files.createDirectories(data.resolve("feeds").resolve(provider).resolve(recording));
        Files.write(folder.resolve("list.txt"), releases);
    }

    @Override
    public void close() throws IOException {
        engine.close();
        home.close();
    }
}
