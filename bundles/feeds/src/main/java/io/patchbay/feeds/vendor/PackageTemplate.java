package io.patchbay.feeds.vendor;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Line;
import io.patchbay.model.Rule;
import io.patchbay.model.Version;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package for one processor, before it is known of which release.
 *
 * @param own what its names stand for, beyond those of the version
 * @param texts those of its keys whose values are texts
 */
record PackageTemplate(
        Architecture architecture, Words own, Map<String, String> texts, RuleTemplate installed, RuleTemplate older) {

    WindowsPackage fill(Vendor vendor, Version version, Words asked) {
        Words words = asked.with(own);
        Words named = words.with("file", words.fill(texts.getOrDefault("file", "")));
        Line line = line(named);
        return new WindowsPackage(
                vendor.id(),
                vendor.name(),
                vendor.product(line.product(), texts.getOrDefault("family", "")),
                line,
                version,
                named.fill(texts.getOrDefault("title", "")),
                named.fill("${file}"),
                url(named),
                applicability(named),
                Setup.installation(texts, named));
    }

    private Line line(Words words) {
        return new Line(
                words.fill(texts.getOrDefault("product", "")),
                words.fill(texts.getOrDefault("channel", "release")),
                architecture,
                words.fill(texts.getOrDefault("languages", "")),
                texts.getOrDefault("type", ""));
    }

    private @Nullable URI url(Words words) {
        String url = texts.get("url");
        return url == null ? null : URI.create(words.fill(url));
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
        boolean any = architecture == Architecture.X86 || architecture == Architecture.ANY;
        boolean said = texts.getOrDefault("processor", any ? "any" : "own").equals("any");
        Rule processor = Detection.processor(any ? Architecture.ANY : architecture);
        return said ? rule : new Rule.And(List.of(processor, rule));
    }
}
