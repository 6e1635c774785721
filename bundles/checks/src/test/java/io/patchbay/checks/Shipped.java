package io.patchbay.checks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The main classes of the launcher and of every bundle that is shipped with it. */
final class Shipped {
    /** What is for tests and measurements only. */
    private static final Set<String> TOOLS = Set.of("benchmarks", "checks", "fuzz", "testkit");

    private Shipped() {}

    static JavaClasses classes() {
        Set<String> sources = sources();
        return new ClassFileImporter()
                .importPackages("io.patchbay")
                .that(DescribedPredicate.describe("are shipped", each -> sources.contains(outermost(each))));
    }

    /** The name of the class, or of the one in whose file it is. */
    static String outermost(JavaClass nested) {
        return nested.getEnclosingClass().map(Shipped::outermost).orElse(nested.getName());
    }

    /** The names of all classes that have a source file. */
    static Set<String> sources() {
        Path root = Path.of(System.getProperty("patchbay.root"));
        Set<String> names = new TreeSet<>();
        addSources(root.resolve("runtime"), names);
        try (Stream<Path> bundles = Files.list(root.resolve("bundles"))) {
            bundles.filter(bundle -> !TOOLS.contains(bundle.getFileName().toString()))
                    .forEach(bundle -> addSources(bundle, names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void addSources(Path bundle, Set<String> names) {
        Path sources = bundle.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(file -> sources.relativize(file).toString())
                    .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
                    .forEach(file -> names.add(
                            file.substring(0, file.length() - ".java".length()).replace('/', '.')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
