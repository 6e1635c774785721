package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.RuleTemplate.Scope;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the packages of a vendor's data: one for each processor that an entry is for. */
final class PackageReader {
    private static final List<String> TEXTS = List.of(
            "product",
            "family",
            "type",
            "channel",
            "languages",
            "title",
            "file",
            "url",
            "arguments",
            "uninstall",
            "blocking",
            "unpacks",
            "install",
            "processor");
    private static final String[] KEYS = Stream.concat(
                    TEXTS.stream(), Stream.of("for", "found", "installed", "older", "restart", "return-codes"))
            .toArray(String[]::new);
    private static final Set<String> TYPES = Set.of("exe", "msi", "msp");

    private final RuleReader rules;
    private final Map<String, List<String>> lists;

    PackageReader(RuleReader rules, Map<String, List<String>> lists) {
        this.rules = rules;
        this.lists = lists;
    }

    List<PackageTemplate> read(Value packages) throws FeedException {
        List<PackageTemplate> templates = new ArrayList<>();
        for (Value entry : packages.items()) {
            templates.addAll(entry(entry));
        }
        return List.copyOf(templates);
    }

    /** One for each of its processors. */
    List<PackageTemplate> entry(Value entry) throws FeedException {
        Keys.check(entry, KEYS);
        Map<String, String> texts = texts(entry);
        requireSense(entry, texts);
        List<PackageTemplate> templates = new ArrayList<>();
        for (Map.Entry<String, Value> processor : entry.get("for").fields().entrySet()) {
            Architecture architecture = architecture(processor.getKey(), processor.getValue());
            templates.add(template(entry, architecture, own(architecture, processor.getValue()), texts));
        }
        return templates;
    }

    private PackageTemplate template(Value entry, Architecture architecture, Words own, Map<String, String> texts)
            throws FeedException {
        boolean one = entry.find("found").isPresent();
        RuleTemplate installed = rules.read(entry.get(one ? "found" : "installed"));
        RuleTemplate older = rules.read(entry.get(one ? "found" : "older"));
        Scope common = new Scope(own, architecture, RuleTemplate.AT_LEAST, "", Detection::displayVersion);
        Map<String, String> known = filled(texts, own);
        return new PackageTemplate(
                architecture, own, known, installed.of(common), older.of(common), Setup.read(entry, known));
    }

    /** What all releases have in common need not be filled in for each. */
    private static Map<String, String> filled(Map<String, String> texts, Words own) {
        Map<String, String> filled = new TreeMap<>(texts);
        filled.replaceAll((key, text) -> own.fillKnown(text));
        return filled;
    }

    private static void requireSense(Value entry, Map<String, String> texts) throws FeedException {
        if (!TYPES.contains(entry.get("type").text())) {
            throw entry.get("type").failure("one of " + TYPES);
        }
        boolean silent = texts.containsKey("arguments") || texts.containsKey("install");
        if ("exe".equals(texts.get("type")) && !silent) {
            throw entry.failure("arguments for a silent installation, or install: none");
        }
    }

    private static Map<String, String> texts(Value entry) throws FeedException {
        Map<String, String> texts = new TreeMap<>();
        for (String key : TEXTS) {
            if (entry.find(key).isPresent()) {
                texts.put(key, entry.get(key).text());
            }
        }
        return Map.copyOf(texts);
    }

    private static Architecture architecture(String title, Value at) throws FeedException {
        for (Architecture architecture : Architecture.values()) {
            if (architecture.title().equals(title)) {
                return architecture;
            }
        }
        throw at.failure("a processor");
    }

    private Words own(Architecture architecture, Value words) throws FeedException {
        Map<String, List<String>> own = new TreeMap<>(lists);
        own.put("arch", List.of(architecture.title()));
        own.put("programs", List.of(architecture == Architecture.X86 ? "%ProgramFiles(x86)%" : "%ProgramFiles%"));
        if (!words.isNull()) {
            for (Map.Entry<String, Value> word : words.fields().entrySet()) {
                own.put(word.getKey(), List.of(word.getValue().text()));
            }
        }
        return Words.of(own);
    }
}
