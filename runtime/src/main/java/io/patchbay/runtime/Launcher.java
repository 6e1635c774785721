package io.patchbay.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The program: starts the engine, or has commands run by the one that runs. */
public final class Launcher {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int NO_ENGINE = 3;
    private static final Duration IN_USE_AT_MOST = Duration.ofSeconds(30);
    private static final String SOCKET = "shell.sock";
    /** A socket of its own, so that no other process gives commands to an engine that is about to end. */
    private static final String PRIVATE_SOCKET = "oneshot.sock";

    private final Options options;
    private final PrintStream out;
    private final PrintStream err;

    private Launcher(Options options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Runs as {@code patchbay --help} says. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            if (!arguments.isEmpty() && arguments.get(0).equals(ProviderProject.COMMAND)) {
                return newProvider(arguments.subList(1, arguments.size()), out);
            }
            Options options = Options.parse(arguments, System.getenv(), Path.of(System.getProperty("user.home")));
            return new Launcher(options, out, err).run();
        } catch (UsageException e) {
            err.println("patchbay: " + e.getMessage() + "; see patchbay --help");
            return WRONG_USAGE;
        } catch (EngineException | IOException e) {
            err.println("patchbay: " + e.getMessage());
            return NO_ENGINE;
        } catch (InterruptedException e) {
            err.println("patchbay: interrupted");
            return NO_ENGINE;
        }
    }

    private static int newProvider(List<String> arguments, PrintStream out) throws UsageException, IOException {
        Path folder = ProviderProject.write(
                Distribution.running(), arguments, Path.of("").toAbsolutePath());
        out.println(folder + " is a provider that builds; its README.md says how to go on");
        return OK;
    }

    private int run() throws EngineException, IOException, InterruptedException {
        switch (options.action()) {
            case HELP -> out.print(Options.HELP);
            case VERSION -> out.println("patchbay " + Distribution.version());
            case RUN -> {
                return options.commands().isPresent()
                        ? runCommands(options.commands().get())
                        : runEngine();
            }
        }
        return OK;
    }

    /** In the engine that runs, otherwise in one of our own; one that is starting or stopping is waited for. */
    private int runCommands(String commands) throws EngineException, IOException, InterruptedException {
        System.setOut(err); // standard output is for what the commands print
        long giveUp = System.nanoTime() + IN_USE_AT_MOST.toNanos();
        while (true) {
            Optional<Integer> status = inRunningEngine(commands);
            if (status.isPresent()) {
                return status.get();
            }
            try (Home home = Home.take(options.data())) {
                return inOwnEngine(home, commands);
            } catch (EngineException.InUse e) {
                if (System.nanoTime() - giveUp > 0) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private Optional<Integer> inRunningEngine(String commands) throws IOException {
        try (SocketPath socket = SocketPath.of(options.data(), SOCKET)) {
            Optional<EngineClient> running = EngineClient.connect(socket.path());
            if (running.isEmpty()) {
                return Optional.empty();
            }
            if (options.directTheEngine()) {
                err.println("patchbay: an engine runs on " + options.data()
                        + "; it keeps the --feeds, --at and --providers that it was started with");
            }
            try (EngineClient engine = running.get()) {
                return Optional.of(execute(commands, engine));
            }
        }
    }

    private int inOwnEngine(Home home, String commands) throws EngineException, IOException {
        try (StopSignal signal = new StopSignal(false);
                SocketPath socket = SocketPath.of(home.folder(), PRIVATE_SOCKET);
                Engine engine = start(home, socket, Map.of("patchbay.oneshot", "true"))) {
            signal.stops(engine);
            try (EngineClient client = EngineClient.connect(socket.path()).orElseThrow()) {
                return execute(commands, client);
            }
        }
    }

    /** The engine is there; whatever happens from now on is the commands'. */
    private int execute(String commands, EngineClient engine) {
        try {
            return engine.execute(commands, out, err);
        } catch (IOException e) {
            err.println("patchbay: " + e.getMessage());
            return FAILED;
        }
    }

    private int runEngine() throws EngineException, IOException, InterruptedException {
        boolean terminal = Boolean.getBoolean("patchbay.terminal");
        try (StopSignal signal = new StopSignal(true);
                Home home = Home.take(options.data());
                SocketPath socket = SocketPath.of(home.folder(), SOCKET);
                Engine engine = start(home, socket, Map.of())) {
            signal.stops(engine);
            out.printf(
                    Locale.ROOT,
                    "Patchbay %s ready, data %s, %d bundles, %.1f s%n",
                    Distribution.version(),
                    home.folder(),
                    engine.bundles().size(),
                    secondsSinceStart());
            if (terminal) {
                engine.startConsole();
            }
            engine.await();
            return OK;
        }
    }

    private Engine start(Home home, SocketPath socket, Map<String, String> more) throws EngineException {
        Distribution distribution = Distribution.running();
        Logs.configure(distribution, home);
        Map<String, String> settings = new HashMap<>(more);
        settings.put("patchbay.socket", socket.path().toString());
        settings.put("patchbay.providers", providers(distribution, home).toString());
        options.feeds().ifPresent(feeds -> settings.put("patchbay.feeds", feeds.toString()));
        options.at().ifPresent(at -> settings.put("patchbay.at", at));
        return Engine.start(distribution, home, settings);
    }

    /** Where signatures are required, it does not matter who may put files there. */
    private Path providers(Distribution distribution, Home home) throws EngineException {
        Path folder = options.providers().orElse(home.folder().resolve("providers"));
        String signatures = distribution.frameworkProperties(home).getOrDefault("patchbay.signatures", "optional");
        return signatures.equals("optional") ? home.dropIns(folder) : folder;
    }

    private static double secondsSinceStart() {
        // The process may be older than Java in it: the script that became it may have built everything first.
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        return (System.currentTimeMillis() - start) / 1000.0;
    }
}
