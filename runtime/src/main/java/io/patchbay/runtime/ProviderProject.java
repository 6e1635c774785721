package io.patchbay.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the project of a new provider, which builds outside of this repository: a copy of a sample, with its names filled in. */
final class ProviderProject {
    /** The first word of a command line that asks for one. */
    static final String COMMAND = "new-provider";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Distribution distribution;
    private final String id;

    private ProviderProject(Distribution distribution, String id) {
        this.distribution = distribution;
        this.id = id;
    }

    /**
     * Writes the project into a new folder {@code provider-NAME} of the working folder.
     *
     * @param arguments what stands behind the command
     * @return the folder
     */
    static Path write(Distribution distribution, List<String> arguments, Path workingFolder)
            throws UsageException, IOException {
        if (arguments.size() != 1 || !ID.matcher(arguments.get(0)).matches()) {
            throw new UsageException(
                    COMMAND + " needs a name of lower-case letters, digits and hyphens, such as keepass");
        }
        Path folder = workingFolder.resolve("provider-" + arguments.get(0));
        if (Files.exists(folder)) {
            throw new UsageException(folder + " is there already");
        }
        new ProviderProject(distribution, arguments.get(0)).copy(folder);
        return folder;
    }

    private void copy(Path target) throws IOException {
        Path sample = distribution.folder().resolve("samples/" + COMMAND);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(sample)) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        for (Path file : files) {
            Path copy = target.resolve(filled(sample.relativize(file).toString()));
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, filled(Files.readString(file)));
        }
    }

    private String filled(String text) {
        String result = text;
        for (Map.Entry<String, String> word : words().entrySet()) {
            result = result.replace('@' + word.getKey() + '@', word.getValue());
        }
        return result;
    }

    private Map<String, String> words() {
        String plain = id.replace("-", "");
        return Map.of(
                "id",
                id,
                "Name",
                name(),
                "package",
                "provider." + plain,
                "path",
                "provider/" + plain,
                "version",
                Distribution.version(),
                "repository",
                distribution.folder().resolve("maven").normalize().toUri().toString());
    }

    /** Such as {@code GitForWindows} for {@code git-for-windows}. */
    private String name() {
        return Arrays.stream(id.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
