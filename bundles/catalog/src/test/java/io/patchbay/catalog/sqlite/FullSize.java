package io.patchbay.catalog.sqlite;

import io.patchbay.model.Acquisition;
import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Description.Text;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Licensing;
import io.patchbay.model.Product;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Rule;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Made-up updates in the proportions of Microsoft's scan file: categories, and bundles of one leaf or more. */
final class FullSize {
    static final int UPDATES = 136_478;

    private static final int CATEGORIES = 400;
    private static final int FAMILIES = 20;
    private static final List<String> LANGUAGES =
            List.of("ar cs da de el en es fi fr he hu it ja ko nb nl pl pt-br pt ru sv tr zh-cn zh-tw".split(" "));

    private final long seed;
    private final int amended;

    /** The updates of a seed, of which every so many-th has other content; 0 for none. */
    FullSize(long seed, int amended) {
        this.seed = seed;
        this.amended = amended;
    }

    /** Hands over so many updates. */
    void forEach(int count, Consumer<Update> sink) {
        for (int i = 0; i < count; i++) {
            sink.accept(update(i));
        }
    }

    private Update update(int number) {
        if (number < FAMILIES) {
            return category(number, Set.of());
        }
        if (number < CATEGORIES) {
            return category(number, Set.of(id(number % FAMILIES)));
        }
        return number % 2 == 0 ? bundle(number) : leaf(number);
    }

    private static UpdateId id(int number) {
        return UpdateId.of("full", Integer.toString(number));
    }

    private static Update category(int number, Set<UpdateId> parents) {
        return Update.builder(id(number), UpdateType.CATEGORY)
                .description(Description.english("Product " + number + " of Windows", ""), "feed")
                .relationships(Relationships.of(List.of(parents), List.of(), List.of()), "feed")
                .build();
    }

    private Update bundle(int number) {
        Random random = new Random(seed + number);
        String kb = Integer.toString(4_000_000 + number);
        return Update.builder(id(number), UpdateType.BUNDLE)
                .release(release(number, random), "feed")
                .description(
                        Description.of("en", texts(number, kb, random), List.of(kb), pages(kb), null, null), "feed")
                .security(security(random), "feed")
                .licensing(licensing(random), "feed")
                .relationships(
                        Relationships.of(
                                List.of(Set.of(id(random.nextInt(CATEGORIES)))),
                                List.of(Set.of(id(number + 1))),
                                superseded(number, random)),
                        "feed")
                .build();
    }

    private Update leaf(int number) {
        Random random = new Random(seed + number);
        Reboot reboot = Reboot.values()[random.nextInt(3)];
        return Update.builder(id(number), UpdateType.SOFTWARE)
                .release(release(number, random), "feed")
                .description(Description.english("Part " + number + " of an update", ""), "feed")
                .files(List.of(file(number, random)), "feed")
                .applicability(new Applicability(rule(random), rule(random), null, List.of()), "feed")
                .installation(Installation.of(Handler.CBS, "", "", null, List.of(), reboot), "feed")
                .build();
    }

    private static Release release(int number, Random random) {
        int hot = FAMILIES + (int) ((CATEGORIES - FAMILIES) * Math.pow(random.nextDouble(), 2.2));
        Classification[] kinds = Classification.values();
        return Release.of(
                "Microsoft",
                List.of(Product.of(id(hot))),
                null,
                null,
                Architecture.values()[random.nextInt(3)],
                random.nextInt(5) > 0 ? List.of("en") : LANGUAGES,
                random.nextInt(10) < 7 ? Classification.SECURITY_UPDATES : kinds[random.nextInt(kinds.length)],
                LocalDate.parse("2010-01-01").plusDays(number / 25));
    }

    private Map<String, Text> texts(int number, String kb, Random random) {
        String month =
                LocalDate.parse("2010-01-01").plusDays(number / 25).toString().substring(0, 7);
        String note = amended > 0 && number % amended == 0 ? " This text was amended." : "";
        Map<String, Text> texts = new TreeMap<>();
        Stream<String> languages = random.nextInt(10) < 6 ? LANGUAGES.stream() : Stream.of("en");
        languages.forEach(language -> texts.put(
                language,
                new Text(
                        month + " Cumulative Update for Windows, variant " + number % 977 + " (KB" + kb + ") "
                                + language,
                        "Install this update to resolve issues in Windows. For a complete listing of the issues that are"
                                + " included in this update, see the associated Microsoft Knowledge Base article."
                                + " After you install this item, you may have to restart your computer." + note,
                        "")));
        return texts;
    }

    private static List<URI> pages(String kb) {
        return List.of(URI.create("https://support.example/kb/" + kb));
    }

    private static Security security(Random random) {
        Severity severity = Severity.values()[random.nextInt(5)];
        List<Cve> cves = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            String id = "CVE-" + (2010 + random.nextInt(16)) + "-" + (1000 + random.nextInt(40_000));
            cves.add(new Cve(id, "", Severity.UNSPECIFIED, null, null, null, "scan", false));
        }
        return new Security(severity, null, List.of(), cves);
    }

    private static Licensing licensing(Random random) {
        return random.nextInt(60) > 0
                ? Licensing.FREE
                : new Licensing(
                        new Eula("eula", Map.of("en", "https://eula.example/en"), false), Acquisition.DOWNLOADABLE);
    }

    private static List<UpdateId> superseded(int number, Random random) {
        List<UpdateId> ids = new ArrayList<>();
        if (random.nextInt(10) < 2) {
            for (int i = random.nextInt(8); i > 0; i--) {
                ids.add(id(Math.max(CATEGORIES, number - 800 * i) / 2 * 2));
            }
        }
        ids.removeIf(id(number)::equals);
        return ids;
    }

    private static ContentFile file(int number, Random random) {
        byte[] hash = new byte[20];
        random.nextBytes(hash);
        String hex = HexFormat.of().formatHex(hash);
        String name = "windows10.0-kb" + (4_000_000 + number) + "-x64_" + hex + ".cab";
        return new ContentFile(
                name,
                random.nextInt(100_000_000),
                List.of(new Digest(Algorithm.SHA1, hex, "scan")),
                List.of(URI.create("http://download.example/c/msdownload/update/software/secu/2024/01/" + name)),
                null,
                Patching.SELF_CONTAINED);
    }

    private static Rule rule(Random random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 2 + random.nextInt(10); i > 0; i--) {
            rules.add(Rule.Condition.of(
                    "FileVersion",
                    Map.of(
                            "Comparison",
                            "GreaterThanOrEqualTo",
                            "Csidl",
                            "36",
                            "Path",
                            "system32\\drivers\\file" + random.nextInt(5000) + ".sys",
                            "Version",
                            "10.0." + random.nextInt(30_000) + '.' + random.nextInt(5000))));
        }
        return new Rule.And(rules);
    }
}
