package io.patchbay.provider.mozilla;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * How to tell what an endpoint has of a release's line. Both kinds of package leave the same entry among the installed programs and the
 * same folder behind, and so do both editions but for the name of Firefox ESR.
 */
final class InstalledRules {
    private static final String AT_LEAST = "GreaterThanOrEqualTo";
    private static final String BELOW = "LessThan";

    /** Something that has a version: the entry of a program, or its executable. */
    private interface Versioned {
        Rule is(String comparison, String version);
    }

    private final MozillaRelease release;
    private final Architecture architecture;
    private final List<Integer> otherLines;

    /**
     * Rules for one release.
     *
     * @param otherLines the major versions of extended support whose installations look like this release's
     */
    InstalledRules(MozillaRelease release, Architecture architecture, List<Integer> otherLines) {
        this.release = release;
        this.architecture = architecture;
        this.otherLines = otherLines;
    }

    Applicability applicability() {
        Rule installed = entry(release.product(), inLine(Detection::displayVersion, AT_LEAST));
        Rule older = entry(release.product(), inLine(Detection::displayVersion, BELOW));
        return Applicability.of(new Rule.Or(List.of(installed, replacedInPlace())), older);
    }

    /** Firefox's own updater replaces the program first and its entry later; the default folder holds either edition. */
    private Rule replacedInPlace() {
        List<Rule> rules = new ArrayList<>();
        rules.add(entry(release.product(), inLine(Detection::displayVersion)));
        if (release.application().esrInstallsByName()) {
            String other = release.isEsr()
                    ? release.application().title()
                    : release.application().title() + " ESR";
            rules.add(new Rule.Not(entry(other, Detection.displayVersion(AT_LEAST, "0"))));
        }
        rules.add(inLine(this::executable, AT_LEAST));
        return new Rule.And(rules);
    }

    private Rule inLine(Versioned program, String comparison) {
        return new Rule.And(List.of(inLine(program), program.is(comparison, release.canonical())));
    }

    private Rule inLine(Versioned program) {
        if (release.isEsr()) {
            int major = release.majorVersion();
            return between(program, major + ".0", major + 1 + ".0");
        }
        // A version N.0.x is the release, or an ESR of its first weeks; from N.1 on it is surely an ESR.
        List<Rule> rules = new ArrayList<>();
        rules.add(program.is(AT_LEAST, "0"));
        otherLines.forEach(major -> rules.add(new Rule.Not(between(program, major + ".1", major + 1 + ".0"))));
        return new Rule.And(rules);
    }

    private static Rule between(Versioned program, String from, String below) {
        return new Rule.And(List.of(program.is(AT_LEAST, from), program.is(BELOW, below)));
    }

    private Rule entry(String product, Rule versions) {
        String name = release.application().esrInstallsByName()
                ? product
                : release.application().title();
        String start = "Mozilla " + name + " (" + architecture.title() + ' ';
        return Detection.uninstallEntry(start, versions, architecture == Architecture.X86);
    }

    private Rule executable(String comparison, String version) {
        Detection.Folder folder =
                architecture == Architecture.X86 ? Detection.Folder.PROGRAM_FILES_X86 : Detection.Folder.PROGRAM_FILES;
        String path = "Mozilla " + release.application().title() + '\\'
                + release.application().folder() + ".exe";
        return Detection.fileVersion(folder, path, comparison, version);
    }
}
