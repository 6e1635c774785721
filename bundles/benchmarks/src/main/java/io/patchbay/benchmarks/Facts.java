package io.patchbay.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** What is true of each update of a population, wherever it is written. */
final class Facts {
    static final String MICROSOFT = "56309036-4c77-4dd9-951a-99ee9c246a94";
    private static final List<String> LANGUAGES = List.of(
            "en", "ar", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "he", "hr", "hu", "it", "ja", "ko", "lt",
            "lv", "nl", "no", "pl", "pt", "pt-br", "ro");
    private static final int EULAS = 40;
    private static final int EULA_LANGUAGES = 12;
    private static final int FIRST_KB = 890_000;
    private static final double LOST_SHARE = 0.015;
    private static final List<String> EXTENSIONS = List.of("cab", "cab", "cab", "cab", "cab", "cab", "exe", "msu");

    /** How a leaf is installed, which makes most of its size. */
    enum Handler {
        MSI,
        REGISTRY,
        CBS
    }

    /**
     * A file to download.
     *
     * @param sha1 in Base64, which is the file's id
     * @param sha256 in Base64
     */
    record Payload(String sha1, String sha256, String name, String url, long size) {}

    final Population population;
    private final Randoms randoms;

    Facts(Population population) {
        this.population = population;
        this.randoms = population.randoms;
    }

    LocalDate created(int update) {
        return LocalDate.of(2005, 1, 11).plusDays((int) (population.age(update) * 7_800));
    }

    String family(int product) {
        return randoms.uuid("family", product % 40).toString();
    }

    /** The kind of the bundle, by Microsoft's id. */
    String classification(int bundle) {
        double draw = randoms.of("classification", bundle).nextDouble();
        if (draw < 0.70) {
            return "0fa1201d-4330-4fa8-8ae9-b877473b6441";
        }
        if (draw < 0.82) {
            return "e6cf1350-c01b-414d-a61f-263d14d133b4";
        }
        if (draw < 0.84) {
            return "68c5b0a3-d1a6-4553-ae49-01d3a7827828";
        }
        return draw < 0.90 ? "28bc880e-0592-4cbf-8f95-c79b17911d5f" : "cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83";
    }

    /** Two to four detectoids. */
    List<UUID> detectoids(int update) {
        SplittableRandom random = randoms.of("prerequisites", update);
        return IntStream.range(0, random.nextInt(2, 5))
                .mapToObj(i -> population.detectoid(random))
                .distinct()
                .toList();
    }

    /** Two or three products, of which one is needed; empty for most updates. */
    List<UUID> alternatives(int update) {
        SplittableRandom random = randoms.of("alternatives", update);
        int count = random.nextDouble() < 0.4 ? random.nextInt(2, 4) : 0;
        return IntStream.range(0, count)
                .mapToObj(i -> population.productId(random.nextInt(population.products())))
                .distinct()
                .toList();
    }

    /** The languages that the update is for. */
    List<String> languages(int update) {
        SplittableRandom random = randoms.of("languages", update);
        return LANGUAGES.subList(0, random.nextDouble() < 0.8 ? 1 : random.nextInt(2, 25));
    }

    /** The languages that it is described in. */
    List<String> described(int update) {
        boolean everywhere = population.isBundle(update) && randoms.chance("described", update, 0.6);
        return everywhere ? LANGUAGES : LANGUAGES.subList(0, 1);
    }

    /** RevisionIds of bundles that supersede this one, though some are in no file; empty for most. */
    int[] missingSuperseders(int bundle) {
        int edges = Math.max(1, population.superseders(population.group(bundle)).length);
        return missing("missing superseder", bundle, edges)
                .map(i -> population.missingRevisionId(bundle + i))
                .toArray();
    }

    /** Updates that are superseded by this one and in no file; empty for most. */
    List<UUID> missingSuperseded(int bundle) {
        int edges = population.superseded(population.group(bundle)).length;
        return missing("missing superseded", bundle, edges)
                .mapToObj(i -> randoms.uuid("missing", bundle * 256L + i))
                .toList();
    }

    private IntStream missing(String purpose, int bundle, int edges) {
        SplittableRandom random = randoms.of(purpose, bundle);
        return IntStream.range(0, edges).filter(i -> random.nextDouble() < LOST_SHARE);
    }

    /** The licence to accept; -1 for none. */
    int eula(int update) {
        SplittableRandom random = randoms.of("eula", update);
        return population.isBundle(update) && random.nextDouble() < 0.015 ? random.nextInt(EULAS) : -1;
    }

    /** The texts of a licence, by the language's number. */
    List<Payload> eulaFiles(int eula) {
        return IntStream.range(0, EULA_LANGUAGES)
                .mapToObj(language -> payload("eula", eula * 16L + language, "eula-" + eula, "txt", "eulas"))
                .toList();
    }

    List<Payload> allEulaFiles() {
        return IntStream.range(0, EULAS)
                .mapToObj(this::eulaFiles)
                .flatMap(List::stream)
                .toList();
    }

    static String language(int number) {
        return LANGUAGES.get(number);
    }

    /** A leaf's one file, or two. */
    List<Payload> payload(int update) {
        if (update < population.blockSize() || population.isBundle(update)) {
            return List.of();
        }
        List<Payload> files = new ArrayList<>();
        int count = randoms.chance("second file", update, 0.08) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            long index = update * 2L + i;
            SplittableRandom random = randoms.of("file name", index);
            String part = random.nextDouble() < 0.1 ? "mui" : "windows";
            String extension = EXTENSIONS.get(random.nextInt(EXTENSIONS.size()));
            String folder = random.nextDouble() < 0.85 ? "secu" : "updt";
            files.add(payload("file", index, part + i + "-kb" + kb(update) + "-x64", extension, folder));
        }
        return files;
    }

    private Payload payload(String purpose, long index, String name, String extension, String folder) {
        byte[] sha1 = randoms.bytes(purpose, index, 20);
        String file = name + '_' + HexFormat.of().formatHex(sha1) + '.' + extension;
        SplittableRandom random = randoms.of(purpose + " place", index);
        String month = "/%d/%02d/".formatted(random.nextInt(2005, 2027), random.nextInt(1, 13));
        String url = "http://download.windowsupdate.com/c/msdownload/update/software/" + folder + month + file;
        String sha256 = Base64.getEncoder().encodeToString(randoms.bytes(purpose + " SHA-256", index, 32));
        return new Payload(
                Base64.getEncoder().encodeToString(sha1),
                sha256,
                name + '.' + extension,
                url,
                random.nextLong(10_000, 800_000_000));
    }

    /** One number for a bundle and its leaves. */
    int kb(int update) {
        return FIRST_KB + 103 * Math.max(0, population.group(update));
    }

    /** Those of a bundle; most have one or none. */
    List<String> cves(int bundle) {
        SplittableRandom random = randoms.of("cves", bundle);
        int count = Math.max(0, random.nextInt(12) - 4);
        int[] numbers = random.ints(count, 1000, 40_000).sorted().distinct().toArray();
        int year = created(bundle).getYear();
        return Arrays.stream(numbers)
                .mapToObj(number -> "CVE-" + year + '-' + number)
                .toList();
    }

    /** As Microsoft rates a bundle; blank for not at all. */
    String severity(int bundle) {
        List<String> ratings = List.of("Critical", "Important", "Important", "Moderate", "Low", "");
        return ratings.get(randoms.of("severity", bundle).nextInt(ratings.size()));
    }

    String title(int update) {
        if (update < population.blockSize()) {
            return population.isCategory(update) ? "Product " + update : "Detectoid " + update;
        }
        String month = created(update).toString().substring(0, 7);
        String revised = population.isChanged(update) ? " (revised)" : "";
        return month + " Update for Product " + population.product(update) + " for x64-based Systems (KB" + kb(update)
                + ")" + revised;
    }

    Handler handler(int leaf) {
        double draw = randoms.of("handler", leaf).nextDouble();
        if (draw < 0.75) {
            return Handler.MSI;
        }
        return draw < 0.9 ? Handler.REGISTRY : Handler.CBS;
    }

    /** How long a leaf's component manifest is. */
    int manifestLength(int leaf) {
        int longest = 47_000_000;
        SplittableRandom random = randoms.of("manifest", leaf);
        if (random.nextDouble() < 0.065) {
            return random.nextInt(20_000_000, longest);
        }
        double normal = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        return (int) Math.max(20_000, Math.min(longest, 167_000 * Math.exp(1.8 * normal)));
    }
}
