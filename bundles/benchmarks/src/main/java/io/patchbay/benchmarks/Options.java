package io.patchbay.benchmarks;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.LzxCabinets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to generate.
 *
 * @param scale 1.0 for as many updates as Microsoft's file of June 2026 has
 * @param seed of all randomness
 * @param delta the share of updates that are new or changed against the same scale and seed without it
 * @param cabinets how package.cab and the shards are compressed
 * @param graphOnly whether to leave out the details, so that one almost empty shard is left
 * @param loose whether to keep package.xml and the cabinets beside the scan file
 * @param out the folder to write to
 */
record Options(double scale, long seed, double delta, Cabinets cabinets, boolean graphOnly, boolean loose, Path out) {
    static final String HELP =
            """
            Writes a made-up wsusscn2.cab to OUT/microsoft-scan/generated, and OUT/manifest.properties with counts and digests.

              --out DIR      the folder to write to (required; must not hold a generated file yet)
              --scale S      1.0 for 136,478 updates and 25 GB of expanded XML; default 0.01
              --seed N       the same seed gives the same bytes; default 42
              --delta P      change or add this share of the updates, 0 to 1; default 0
              --cab KIND     lzx, mszip or stored; default lzx
              --graph        package.xml only: no details in the shards
              --loose        keep package.xml, index.xml and the cabinets in OUT/loose, for other tools
              --help         this text
            """;

    private static final int TOP_SCALE = 10;
    private static final Set<String> FLAGS = Set.of("--graph", "--loose");
    private static final Set<String> NAMES = Set.of("--out", "--scale", "--seed", "--delta", "--cab");

    /** How cabinets are compressed. */
    enum Cabinets {
        LZX,
        MSZIP,
        STORED;

        CabinetWriter writer() {
            return switch (this) {
                case LZX -> LzxCabinets.writer(21);
                case MSZIP -> CabinetWriter.mszip();
                case STORED -> CabinetWriter.stored();
            };
        }
    }

    Options {
        require(scale > 0 && scale <= TOP_SCALE, "--scale must be above 0 and at most " + TOP_SCALE);
        require(delta >= 0 && delta <= 1, "--delta must be from 0 to 1");
    }

    /** Everything by default, into this folder. */
    static Options of(double scale, Path out) {
        return new Options(scale, 42, 0, Cabinets.LZX, false, false, out);
    }

    Options withDelta(double share) {
        return new Options(scale, seed, share, cabinets, graphOnly, loose, out);
    }

    /** Reads a command line; {@link IllegalArgumentException} says what is wrong with it. */
    static Options parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            require(FLAGS.contains(name) || NAMES.contains(name), "unknown option " + name);
            require(FLAGS.contains(name) || rest.hasNext(), "a value is missing after " + name);
            values.put(name, FLAGS.contains(name) ? "" : rest.next());
        }
        require(values.containsKey("--out"), "--out is required");
        return new Options(
                number(values, "--scale", "0.01"),
                (long) number(values, "--seed", "42"),
                number(values, "--delta", "0"),
                cabinets(values.getOrDefault("--cab", "lzx")),
                values.containsKey("--graph"),
                values.containsKey("--loose"),
                Path.of(values.getOrDefault("--out", "")));
    }

    private static double number(Map<String, String> values, String name, String otherwise) {
        String value = values.getOrDefault(name, otherwise);
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, not \"" + value + '"', e);
        }
    }

    private static Cabinets cabinets(String name) {
        for (Cabinets kind : Cabinets.values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("--cab must be lzx, mszip or stored, not \"" + name + '"');
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
