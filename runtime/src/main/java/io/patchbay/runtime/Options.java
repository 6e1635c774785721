package io.patchbay.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param action what to do
 * @param commands what to run in the shell; empty unless {@code -c} was given
 * @param data the data folder
 * @param feeds the folder of recorded snapshots, if they are used instead of the network
 * @param at the last case to use of each provider
 * @param providers the drop-in folder, unless it is the one in the data folder
 */
record Options(
        Action action,
        Optional<String> commands,
        Path data,
        Optional<Path> feeds,
        Optional<String> at,
        Optional<Path> providers) {
    /** What to do. */
    enum Action {
        RUN,
        HELP,
        VERSION
    }

    static final String HELP =
            """
            Usage: patchbay [options]
                   patchbay new-provider NAME
            Starts the engine: with a shell on a terminal, otherwise until it is sent SIGTERM. Or writes the
            project of a new provider, which builds outside of Patchbay, into a new folder provider-NAME.

              -c COMMANDS      run these commands, separated by ';', and end: in the engine that runs
                               on the data folder, otherwise in one started for them
              --data DIR       the data folder (default: $PATCHBAY_HOME, otherwise ~/.patchbay)
              --feeds DIR      read recorded snapshots DIR/<provider>/<case>/ instead of the network
              --at NAME        of each provider's snapshots, the last whose name is not after NAME
              --providers DIR  the folder to drop provider bundles into (default: providers in the data folder)
              --help           this text
              --version        the version

            Exit status: 0 done, 1 a command failed, 2 wrong usage, 3 the engine could not start.
            """;

    private static final Set<String> WITH_VALUE = Set.of("-c", "--data", "--feeds", "--at", "--providers");

    /** Reads the command line. */
    static Options parse(List<String> arguments, Map<String, String> environment, Path userHome) throws UsageException {
        Map<String, String> values = new HashMap<>();
        Action action = Action.RUN;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--help", "-h" -> action = Action.HELP;
                case "--version" -> action = Action.VERSION;
                default -> i += option(argument, i + 1 < arguments.size() ? arguments.get(i + 1) : null, values);
            }
        }
        return of(action, values, environment, userHome);
    }

    /** Reads {@code --option value} or {@code --option=value}; how many further arguments that took. */
    private static int option(String argument, @Nullable String next, Map<String, String> values)
            throws UsageException {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (!WITH_VALUE.contains(name)) {
            throw new UsageException((name.startsWith("-") ? "unknown option " : "unexpected argument ") + name);
        }
        String value = equals < 0 ? next : argument.substring(equals + 1);
        if (value == null || value.isBlank()) {
            throw new UsageException("option " + name + " needs a value");
        }
        if (values.put(name, value) != null) {
            throw new UsageException("option " + name + " is given twice");
        }
        return equals < 0 ? 1 : 0;
    }

    private static Options of(Action action, Map<String, String> values, Map<String, String> environment, Path userHome)
            throws UsageException {
        String home = environment.getOrDefault("PATCHBAY_HOME", "");
        String data = values.getOrDefault(
                "--data", home.isBlank() ? userHome.resolve(".patchbay").toString() : home);
        Optional<Path> feeds = Optional.ofNullable(values.get("--feeds")).map(Options::absolute);
        if (feeds.isPresent() && !Files.isDirectory(feeds.get())) {
            throw new UsageException("option --feeds: there is no folder " + feeds.get());
        }
        Optional<String> at = Optional.ofNullable(values.get("--at"));
        if (at.isPresent() && feeds.isEmpty()) {
            throw new UsageException("option --at needs --feeds");
        }
        Optional<Path> providers =
                Optional.ofNullable(values.get("--providers")).map(Options::absolute);
        return new Options(action, Optional.ofNullable(values.get("-c")), absolute(data), feeds, at, providers);
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /** Whether there are options that only an engine that starts can follow. */
    boolean directTheEngine() {
        return feeds.isPresent() || at.isPresent() || providers.isPresent();
    }
}
