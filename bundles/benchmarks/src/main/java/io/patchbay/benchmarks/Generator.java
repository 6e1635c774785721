package io.patchbay.benchmarks;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot.Extent;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes a made-up scan file of any size; see {@link Options#HELP}. The same options give the same bytes. */
public final class Generator {
    private static final String PACKAGE = "package.xml";
    private static final String SCAN_FILE = "wsusscn2.cab";

    private final Options options;
    private final Consumer<String> progress;
    private final Counts counts = new Counts();
    private final Facts facts;
    private final Path loose;
    private final List<Path> cabinets = new ArrayList<>();

    private Generator(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.facts = new Facts(new Population(options));
        this.loose = options.out().resolve("loose");
    }

    /** Generates what the command line says. Exit status 2 is for a wrong command line, 1 for a file that could not be written. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            System.out.print(Options.HELP);
            return 0;
        }
        try {
            System.out.print(generate(Options.parse(arguments), System.err::println));
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.print("generator: " + e.getMessage() + "\n\n" + Options.HELP);
            return 2;
        } catch (IOException e) {
            System.err.println("generator: " + e);
            return 1;
        }
    }

    /** Generates, says how far it is, and returns what it counted. */
    static Counts generate(Options options, Consumer<String> progress) throws IOException {
        return new Generator(options, progress).write();
    }

    /** The snapshot in a folder that was generated to. */
    static Path snapshot(Path out) {
        return out.resolve("microsoft-scan").resolve("generated");
    }

    private Counts write() throws IOException {
        Path snapshot = snapshot(options.out());
        if (Files.exists(snapshot)) {
            throw new FileAlreadyExistsException(snapshot.toString());
        }
        Files.createDirectories(loose);
        counts.count(facts);
        writePackage();
        writeShards();
        writeSnapshot(snapshot);
        removeLoose();
        counts.write(options.out().resolve("manifest.properties"));
        return counts;
    }

    /** As an engine has it that fetched it: with a manifest, which holds the digest. */
    private void writeSnapshot(Path snapshot) throws IOException {
        Path file = loose.resolve(SCAN_FILE);
        new OuterCabinet(cabinets).write(file);
        Document origin = new Document(SCAN_FILE, SCAN_FILE, null, null, 0, null, null, 0, "", null);
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(snapshot);
                InputStream in = Files.newInputStream(file)) {
            counts.put("sha256." + SCAN_FILE, writer.put(origin, in).sha256());
            writer.finish(Extent.FULL, Optional.empty());
        }
        Files.delete(file);
    }

    private void writePackage() throws IOException {
        Path xml = loose.resolve(PACKAGE);
        try (BufferedWriter out = Files.newBufferedWriter(xml)) {
            new PackageXml(facts, out).write();
        }
        counts.put("sha256." + PACKAGE, sha256(xml));
        counts.add("package.bytes", Files.size(xml));
        CabinetWriter cabinet = options.cabinets().writer();
        try (InputStream in = Files.newInputStream(xml)) {
            cabinet.add(PACKAGE, Shards.TIME, in);
        }
        cabinets.add(loose.resolve("index.xml"));
        finish(cabinet, "package.cab");
    }

    private void writeShards() throws IOException {
        Shards shards = new Shards(facts, counts);
        List<Integer> starts = options.graphOnly() ? List.of(0) : shards.starts();
        counts.add("shards", starts.size());
        writeIndex(starts);
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : facts.population.size();
            String name = "package" + (i + 2) + ".cab";
            progress.accept(name + " of " + starts.size() + " shards");
            writeShard(shards, starts.get(i), end, name);
        }
    }

    private void writeShard(Shards shards, int from, int to, String name) throws IOException {
        CabinetWriter cabinet = options.cabinets().writer();
        if (options.graphOnly()) {
            cabinet.add("files\\none", Shards.TIME, new ByteArrayInputStream(new byte[1]));
            finish(cabinet, name);
            return;
        }
        Path file = loose.resolve(name);
        shards.write(from, to, cabinet, file);
        finished(file);
    }

    private void writeIndex(List<Integer> starts) throws IOException {
        StringBuilder xml = new StringBuilder("<INDEX VERSION=\"1\"><CABLIST XOR=\"0\"><CAB NAME=\"package.cab\"/>");
        for (int i = 0; i < starts.size(); i++) {
            int start = i == 0 ? 0 : facts.population.revisionId(starts.get(i));
            xml.append("<CAB NAME=\"package" + (i + 2) + ".cab\" RANGESTART=\"" + start + "\"/>");
        }
        Files.writeString(loose.resolve("index.xml"), xml.append("</CABLIST></INDEX>"));
    }

    private void finish(CabinetWriter cabinet, String name) throws IOException {
        Path file = loose.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            cabinet.writeTo(out);
        }
        finished(file);
    }

    private void finished(Path file) throws IOException {
        counts.put("sha256." + file.getFileName(), sha256(file));
        cabinets.add(file);
    }

    private void removeLoose() throws IOException {
        if (options.loose()) {
            return;
        }
        for (Path file : cabinets) {
            Files.delete(file);
        }
        Files.delete(loose.resolve(PACKAGE));
        Files.delete(loose);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
