package io.patchbay.feeds.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Rule;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** HP's catalogue of 2019 and a package of Dell's: nothing of them is lost. */
class RealSdpTest {
    private static final String HP = "HpCatalogForSms-v1-2019.zip";

    /** Counts elements by name with the JDK's own parser; superseded packages and languages once for each package. */
    private static final class Census extends DefaultHandler {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Set<String> ofPackage = new HashSet<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            text.setLength(0);
            counts.merge(name, 1, Integer::sum);
            if (name.equals("SoftwareDistributionPackage")) {
                ofPackage.clear();
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            boolean repeatable = name.equals("PackageID") || name.equals("Language");
            if (repeatable && !ofPackage.add(name + text)) {
                counts.merge("repeated " + name, 1, Integer::sum);
            }
        }
    }

    private static Map<String, Integer> census(Path zip) throws Exception {
        Census census = new Census();
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            in.getNextEntry();
            factory.newSAXParser().parse(in, census);
        }
        return census.counts;
    }

    private static List<Update> read(Path sample) throws Exception {
        try (InputStream in = Files.newInputStream(sample)) {
            return Packages.read(in.readAllBytes());
        }
    }

    @Test
    void readsAllPackagesOfHpWithoutLoss() throws Exception {
        Optional<Path> sample = SdpSchema.sample(HP);
        if (sample.isEmpty()) {
            return;
        }
        Map<String, Integer> there = census(sample.get());
        List<Update> updates = read(sample.get());
        assertEquals(1829, updates.size());
        assertEquals(28_319, there.get("PackageID"));
        assertEquals(
                there.get("PackageID") - there.get("repeated PackageID"),
                sum(updates, u -> u.relationships().supersedes().size()));
        assertEquals(
                there.get("Title") - there.get("repeated Language"),
                sum(updates, u -> u.description().texts().size()));
        assertEquals(
                there.get("MoreInfoUrl"),
                sum(updates, u -> u.description().moreInfo().size()));
        assertEquals(
                there.get("KBArticleID"),
                sum(updates, u -> u.description().kbArticles().size()));
        assertEquals(
                there.get("ProductName"),
                sum(updates, u -> u.release().products().size()));
        assertEquals(there.get("OriginFile"), sum(updates, u -> u.files().size()));
        assertEquals(
                there.get("ReturnCode"),
                sum(updates, u -> u.installation().returnCodes().size()));
        assertRules(there, updates);
    }

    /** Where both a package and its item have a rule, it takes one And more to say so. */
    private static void assertRules(Map<String, Integer> there, List<Update> updates) {
        Map<String, Integer> rules = new TreeMap<>();
        updates.forEach(update -> {
            count(rules, update.applicability().isInstalled());
            count(rules, update.applicability().isInstallable());
        });
        assertEquals(8295, there.get("WmiQuery"));
        for (String name : List.of("WmiQuery", "FileVersion", "WindowsVersion", "Processor", "RegSz", "Or")) {
            assertEquals(there.get(name), rules.get(name), name);
        }
        assertEquals(there.get("And") + 1829, rules.get("And"));
        assertEquals(7, rules.size(), rules.toString());
    }

    private static void count(Map<String, Integer> counts, @Nullable Rule rule) {
        if (rule instanceof Rule.And and) {
            counts.merge("And", 1, Integer::sum);
            and.operands().forEach(operand -> count(counts, operand));
        } else if (rule instanceof Rule.Or or) {
            counts.merge("Or", 1, Integer::sum);
            or.operands().forEach(operand -> count(counts, operand));
        } else if (rule instanceof Rule.Condition condition) {
            counts.merge(condition.name(), 1, Integer::sum);
        } else {
            counts.merge(String.valueOf(rule), 1, Integer::sum);
        }
    }

    private static int sum(List<Update> updates, ToIntFunction<Update> number) {
        return updates.stream().mapToInt(number).sum();
    }

    @Test
    void writesAllPackagesOfHpSoThatTheyReadBackEqual() throws Exception {
        Optional<Path> sample = SdpSchema.sample(HP);
        if (sample.isEmpty()) {
            return;
        }
        List<Update> updates = read(sample.get());
        byte[] cabinet = Packages.write(updates);
        SdpSchema.check(cabinet);
        assertEquals(updates, Packages.read(cabinet));
    }

    @Test
    void readsAPackageOfDell() throws Exception {
        Optional<Path> sample = SdpSchema.sample("dc718411-a5f1-4b15-966a-63a77cbb156e.sdp");
        if (sample.isEmpty()) {
            return;
        }
        Update update = read(sample.get()).get(0);
        assertEquals("Dell", update.release().vendor());
        assertEquals(Severity.IMPORTANT, update.security().severity());
        assertEquals(Handler.MSI, update.installation().handler());
        assertEquals("DSIAPC_1.6.6.5.msi", update.installation().file());
        Rule.Condition installed = (Rule.Condition) update.applicability().isInstalled();
        assertEquals(
                "1.6.6.5", installed == null ? null : installed.attributes().get("VersionMin"));
        byte[] cabinet = Packages.write(List.of(update));
        SdpSchema.check(cabinet);
        assertEquals(List.of(update), Packages.read(cabinet));
    }
}
