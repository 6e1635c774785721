package io.patchbay.feeds.vendor;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Installation;
import io.patchbay.model.Line;
import io.patchbay.model.Rule;
import io.patchbay.model.Version;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A package for one processor, before it is known of which release. Its texts have names that stand for something else in each release. */
final class PackageTemplate {
    private final Architecture architecture;
    private final Words own;
    private final Line line;
    private final String family;
    private final String title;
    private final String file;
    private final @Nullable String url;
    private final boolean anyProcessor;
    private final Rule processor;
    private final RuleTemplate installed;
    private final RuleTemplate older;
    private final Installation installation;

    /**
     * A package.
     *
     * @param own what its names stand for, beyond those of the version
     * @param texts those of its keys whose values are texts
     */
    PackageTemplate(
            Architecture architecture,
            Words own,
            Map<String, String> texts,
            RuleTemplate installed,
            RuleTemplate older,
            Installation installation) {
        this.architecture = architecture;
        this.own = own;
        this.installed = installed;
        this.older = older;
        this.installation = installation;
        line = new Line(
                texts.getOrDefault("product", ""),
                texts.getOrDefault("channel", "release"),
                architecture,
                texts.getOrDefault("languages", ""),
                texts.getOrDefault("type", ""));
        family = texts.getOrDefault("family", "");
        title = texts.getOrDefault("title", "");
        file = texts.getOrDefault("file", "");
        url = texts.get("url");
        anyProcessor =
                texts.getOrDefault("processor", isForAll() ? "any" : "own").equals("any");
        processor = Detection.processor(isForAll() ? Architecture.ANY : architecture);
    }

    Architecture architecture() {
        return architecture;
    }

    /** What its file is called in a release. */
    String file(Words asked) {
        return asked.with(own).fill(file);
    }

    /** The package of a release, whose file has this name. */
    WindowsPackage fill(Vendor vendor, Version version, Words asked, String name) {
        Words named = asked.with(own).with("file", name);
        Line filled = line(named);
        return new WindowsPackage(
                vendor.id(),
                vendor.name(),
                vendor.product(filled.product(), family),
                filled,
                version,
                named.fill(title),
                name,
                url == null ? null : URI.create(named.fill(url)),
                applicability(named),
                Setup.filled(installation, named));
    }

    private Line line(Words words) {
        return new Line(
                words.fill(line.product()),
                words.fill(line.channel()),
                architecture,
                words.fill(line.languages()),
                line.packageType());
    }

    private Applicability applicability(Words words) {
        String version = words.fill("${installed}");
        var scope =
                new RuleTemplate.Scope(words, architecture, RuleTemplate.AT_LEAST, version, Detection::displayVersion);
        return Applicability.of(
                forProcessor(installed.rule(scope)), forProcessor(older.rule(scope.asking(RuleTemplate.BELOW))));
    }

    /** Packages for two 64-bit processors leave the same behind; those for x86 have a view of the registry and a folder of their own. */
    private Rule forProcessor(Rule rule) {
        return anyProcessor ? rule : new Rule.And(List.of(processor, rule));
    }

    private boolean isForAll() {
        return architecture == Architecture.X86 || architecture == Architecture.ANY;
    }
}
