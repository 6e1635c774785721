package io.patchbay.isolation;

import static java.util.Objects.requireNonNullElse;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds by which names the components of a jar are configured, as Declarative Services writes it down. */
final class ComponentPids {
    private static final String HEADER = "Service-Component";
    /** What stands for the component's own name. */
    private static final String OWN_NAME = "$";

    private final Set<String> pids = new TreeSet<>();

    private ComponentPids() {}

    /** Of everything in the folders that the manifest names: a file too many does no harm. */
    static Set<String> of(FileSystem jar, Manifest manifest) throws IOException {
        ComponentPids found = new ComponentPids();
        String header = requireNonNullElse(manifest.getMainAttributes().getValue(HEADER), "");
        for (String clause : header.split(",", -1)) {
            String folder = clause.strip().replaceFirst("[^/]*$", "");
            for (Path file : StandIn.files(jar, folder)) {
                found.readFile(file);
            }
        }
        return found.pids;
    }

    private void readFile(Path file) throws IOException {
        if (!file.toString().endsWith(".xml")) {
            return;
        }
        try (XmlReader xml = Xml.open(Files.newInputStream(file), file.toString(), XmlLimits.DEFAULT)) {
            readElements(xml, 0);
        } catch (FeedException e) {
            throw new IOException("does not describe its components: " + e.getMessage(), e);
        }
    }

    /** Components stand alone in a file, or among others inside of any element. */
    private void readElements(XmlReader xml, int depth) throws IOException, FeedException {
        while (xml.nextChild(depth)) {
            if (xml.name().equals("component")) {
                add(requireNonNullElse(xml.attribute("name"), ""), xml.attribute("configuration-pid"));
            } else if (depth == 0) {
                readElements(xml, xml.depth());
            }
        }
    }

    private void add(String name, @Nullable String named) {
        String all = requireNonNullElse(named, OWN_NAME).strip();
        Stream.of(all.split("\\s+", -1))
                .map(pid -> pid.equals(OWN_NAME) ? name : pid)
                .filter(pid -> !pid.isEmpty())
                .forEach(pids::add);
    }
}
