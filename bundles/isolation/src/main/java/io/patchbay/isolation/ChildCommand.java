package io.patchbay.isolation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a child is started, but for the bundle.
 *
 * @param before a command that runs the child, such as one that takes away the network; empty for none
 * @param classPath the framework, the readers of feeds and what they need
 * @param exports what of these the provider's bundle sees
 * @param services bundles that are started before
 * @param heap in megabytes
 */
record ChildCommand(List<String> before, Collection<Path> classPath, String exports, List<Path> services, int heap) {
    private static final String MAIN = "io.patchbay.isolation.child.ChildMain";

    /** What the virtual machine needs besides the heap; a child that is short of memory ends at once, and says so. */
    private static final List<String> OPTIONS = List.of(
            // JDK 25 would fill the last words with warnings that Felix causes, JDK 17 does not know the option
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms8m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:-UsePerfData",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=32m",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true");

    /** The words of the command. */
    List<String> words(Path folder) {
        List<String> words = new ArrayList<>(before);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(OPTIONS);
        words.add("-Xmx" + heap + "m");
        words.add("-XX:ErrorFile=" + folder.resolve("crash"));
        words.add("-Djava.io.tmpdir=" + folder);
        words.add("-cp");
        words.add(classPath.stream()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator"))));
        words.add(MAIN);
        return words;
    }
}
