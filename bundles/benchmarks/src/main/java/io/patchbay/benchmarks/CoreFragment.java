package io.patchbay.benchmarks;

import io.patchbay.benchmarks.Facts.Handler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes core fragments ({@code c/}): identity, kind, relations and rules; with a component manifest for updates of Windows itself. */
final class CoreFragment {
    private static final String MANIFEST_START = "<CbsPackageApplicabilityMetadata>";
    private static final String MANIFEST_END = "</CbsPackageApplicabilityMetadata></Metadata></ApplicabilityRules>";

    private final Population population;
    private final Facts facts;

    CoreFragment(Facts facts) {
        this.population = facts.population;
        this.facts = facts;
    }

    InputStream open(int update) {
        String head = head(update);
        if (!head.endsWith(MANIFEST_START)) {
            return utf8(head);
        }
        InputStream manifest =
                new ComponentManifest(population.randoms.of("manifest content", update), facts.manifestLength(update));
        return new SequenceInputStream(Collections.enumeration(List.of(utf8(head), manifest, utf8(MANIFEST_END))));
    }

    /** Roughly how long the fragment is. */
    long length(int update) {
        if (population.isBundle(update)) {
            return 1_200 + 60L * population.superseded(population.group(update)).length;
        }
        if (update < population.blockSize()) {
            return 560;
        }
        return facts.handler(update) == Handler.CBS ? facts.manifestLength(update) : 4_000;
    }

    private static InputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String head(int update) {
        String identity = "<UpdateIdentity UpdateID=\"" + population.id(update) + "\" RevisionNumber=\""
                + population.revisionNumber(update) + "\" />";
        if (population.isCategory(update)) {
            return identity + "<Properties UpdateType=\"Category\" /><Relationships><Prerequisites>"
                    + category(Facts.MICROSOFT) + "</Prerequisites></Relationships>"
                    + "<ApplicabilityRules><IsInstalled><True /></IsInstalled></ApplicabilityRules>";
        }
        if (population.isDetectoid(update)) {
            return identity + "<Properties UpdateType=\"Detectoid\" /><ApplicabilityRules><IsInstalled>"
                    + registryRule(population.randoms.of("rule", update)) + "</IsInstalled></ApplicabilityRules>";
        }
        return identity + (population.isBundle(update) ? bundle(update) : leaf(update));
    }

    private String bundle(int bundle) {
        int group = population.group(bundle);
        StringBuilder xml = new StringBuilder("<Properties UpdateType=\"Software\" ExplicitlyDeployable=\"true\""
                + " AutoSelectOnWebSites=\"true\" /><Relationships>");
        String superseded = superseded(bundle);
        xml.append(superseded.isEmpty() ? "" : "<SupersededUpdates>" + superseded + "</SupersededUpdates>");
        xml.append("<Prerequisites>").append(conditions(bundle));
        xml.append(category(population.productId(population.product(bundle)).toString()));
        xml.append(category(facts.classification(bundle))).append("</Prerequisites><BundledUpdates>");
        for (int leaf = population.firstLeaf(group); leaf < bundle; leaf++) {
            xml.append(identity(population.id(leaf)));
        }
        return xml.append("</BundledUpdates></Relationships>").toString();
    }

    private String superseded(int bundle) {
        StringBuilder xml = new StringBuilder();
        for (int older : population.superseded(population.group(bundle))) {
            xml.append(identity(population.id(older)));
        }
        facts.missingSuperseded(bundle).forEach(id -> xml.append(identity(id)));
        return xml.toString();
    }

    private String conditions(int update) {
        StringBuilder xml = new StringBuilder();
        facts.detectoids(update).forEach(id -> xml.append(identity(id)));
        List<UUID> alternatives = facts.alternatives(update);
        if (!alternatives.isEmpty()) {
            xml.append("<AtLeastOne>");
            alternatives.forEach(id -> xml.append(identity(id)));
            xml.append("</AtLeastOne>");
        }
        return xml.toString();
    }

    private static String identity(UUID id) {
        return "<UpdateIdentity UpdateID=\"" + id + "\" />";
    }

    private static String category(String id) {
        return "<AtLeastOne IsCategory=\"true\"><UpdateIdentity UpdateID=\"" + id + "\" /></AtLeastOne>";
    }

    private String leaf(int leaf) {
        return "<Properties UpdateType=\"Software\" /><Relationships><Prerequisites>" + conditions(leaf)
                + "</Prerequisites></Relationships><ApplicabilityRules>" + rules(leaf);
    }

    private String rules(int leaf) {
        SplittableRandom random = population.randoms.of("rules", leaf);
        return switch (facts.handler(leaf)) {
            case MSI -> patchRules(random);
            case REGISTRY ->
                "<IsInstalled>" + tree(random, 3) + "</IsInstalled><IsInstallable>" + tree(random, 2)
                        + "</IsInstallable></ApplicabilityRules>";
            case CBS ->
                "<IsInstalled><CbsPackageInstalled /></IsInstalled><IsInstallable><CbsPackageInstallable />"
                        + "</IsInstallable><Metadata>" + MANIFEST_START;
        };
    }

    private static String patchRules(SplittableRandom random) {
        StringBuilder xml = new StringBuilder("<IsInstalled><m.MsiPatchInstalled /></IsInstalled><IsInstallable>"
                + "<m.MsiPatchInstallable /></IsInstallable><IsSuperseded><m.MsiPatchSuperseded /></IsSuperseded>"
                + "<Metadata><m.MsiPatchMetadata><MsiPatch PatchGUID=\"{" + uuid(random) + "}\">");
        for (int products = random.nextInt(4, 23); products > 0; products--) {
            xml.append("<TargetProduct MinMsiVersion=\"3\"><TargetProductCode Validate=\"true\">{")
                    .append(uuid(random))
                    .append("}</TargetProductCode><TargetVersion Validate=\"true\" ComparisonType=\"Equal\""
                            + " ComparisonFilter=\"MajorMinorUpdate\">16.0.")
                    .append(random.nextInt(10_000))
                    .append(".1001</TargetVersion></TargetProduct>");
        }
        return xml.append("</MsiPatch></m.MsiPatchMetadata></Metadata></ApplicabilityRules>")
                .toString();
    }

    private static UUID uuid(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String tree(SplittableRandom random, int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(4);
        return switch (kind) {
            case 0 -> "<And>" + tree(random, depth - 1) + tree(random, depth - 1) + "</And>";
            case 1 -> "<Or>" + tree(random, depth - 1) + tree(random, depth - 1) + "</Or>";
            case 2 -> "<Not>" + tree(random, depth - 1) + "</Not>";
            default -> random.nextBoolean() ? registryRule(random) : fileRule(random);
        };
    }

    private static String registryRule(SplittableRandom random) {
        return "<b.RegSz Key=\"HKEY_LOCAL_MACHINE\" Subkey=\"SOFTWARE\\Microsoft\\Product " + random.nextInt(5_000)
                + "\\Setup\" Value=\"Build\" Comparison=\"EqualTo\" Data=\"" + random.nextInt(30_000) + "\" />";
    }

    private static String fileRule(SplittableRandom random) {
        return "<b.FileVersion Path=\"\\component" + random.nextInt(5_000) + ".dll\" Csidl=\"37\" Version=\"10.0."
                + random.nextInt(30_000) + ".0\" Comparison=\"GreaterThanOrEqualTo\" />";
    }
}
