package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Applicability;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads applicability rules into trees. What no known schema defines is kept as it is, never refused. */
final class RuleReader {
    /** The conditions of the schemas and those seen in real documents beside them, by local name. */
    private static final Set<String> CONDITIONS = Set.of(
            "Camera",
            "CbsPackageInstallable",
            "CbsPackageInstalled",
            "CbsPackageInstalledByIdentity",
            "ClusterResourceOwner",
            "ClusteredOS",
            "DeviceAttribute",
            "Direct3D",
            "FileCreated",
            "FileCreatedPrependRegSz",
            "FileExists",
            "FileExistsPrependRegSz",
            "FileModified",
            "FileModifiedPrependRegSz",
            "FileSize",
            "FileSizePrependRegSz",
            "FileVersion",
            "FileVersionPrependRegSz",
            "GenericQuery",
            "InstalledOnce",
            "LicenseDword",
            "Memory",
            "MsiApplicationInstallable",
            "MsiApplicationInstalled",
            "MsiApplicationSuperseded",
            "MsiComponentInstalledForProduct",
            "MsiFeatureInstalledForProduct",
            "MsiPatchInstallable",
            "MsiPatchInstalled",
            "MsiPatchInstalledForProduct",
            "MsiPatchSuperseded",
            "MsiProductInstalled",
            "MuiInstalled",
            "MuiLanguageInstalled",
            "NFC",
            "NumberOfProcessors",
            "Platform",
            "PlatformVersion",
            "Processor",
            "ProductReleaseInstalled",
            "ProductReleaseVersion",
            "RegDword",
            "RegExpandSz",
            "RegKeyExists",
            "RegKeyLoop",
            "RegSz",
            "RegSzToVersion",
            "RegValueExists",
            "SensorById",
            "SystemMetric",
            "VideoMemory",
            "WindowsDriver",
            "WindowsDriverInstalled",
            "WindowsDriverInstallable",
            "WindowsDriverSuperseded",
            "WindowsLanguage",
            "WindowsVersion",
            "WmiQuery");

    private static final Set<String> LOGIC = Set.of("And", "Or", "Not", "True", "False");

    /** The element that holds a component manifest, of which only the identity counts and which may go on for 47 MB. */
    private static final String MANIFEST = "CbsPackageApplicabilityMetadata";

    private final XmlReader xml;
    private final boolean endsAtManifest;
    private boolean ended;

    /**
     * A reader at the cursor's place.
     *
     * @param endsAtManifest whether to end for good inside a component manifest, once its identity is read
     */
    RuleReader(XmlReader xml, boolean endsAtManifest) {
        this.xml = xml;
        this.endsAtManifest = endsAtManifest;
    }

    /** Whether reading ended inside a component manifest: the cursor must not be moved any more. */
    boolean hasEnded() {
        return ended;
    }

    /** Reads the {@code ApplicabilityRules} that the cursor is at. */
    Applicability read() throws IOException, FeedException {
        Rule installed = null;
        Rule installable = null;
        Rule superseded = null;
        List<RuleElement> metadata = List.of();
        int depth = xml.depth();
        while (!ended && xml.nextChild(depth)) {
            switch (xml.name()) {
                case "IsInstalled" -> installed = only(rules());
                case "IsInstallable" -> installable = only(rules());
                case "IsSuperseded" -> superseded = only(rules());
                case "Metadata" -> metadata = metadata();
                default -> {}
            }
        }
        return new Applicability(installed, installable, superseded, metadata);
    }

    /** Reads the rule inside of the element that the cursor is at; null if there is none. */
    @Nullable
    Rule readRule() throws IOException, FeedException {
        return only(rules());
    }

    /** One rule stands alone; should there ever be several side by side, all must hold. */
    private static @Nullable Rule only(List<Rule> rules) {
        if (rules.isEmpty()) {
            return null;
        }
        return rules.size() == 1 ? rules.get(0) : new Rule.And(rules);
    }

    private List<Rule> rules() throws IOException, FeedException {
        List<Rule> rules = new ArrayList<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            rules.add(rule());
        }
        return rules;
    }

    private Rule rule() throws IOException, FeedException {
        String name = localName();
        return switch (name) {
            case "And" -> new Rule.And(rules());
            case "Or" -> new Rule.Or(rules());
            case "Not" -> not();
            case "True" -> new Rule.Constant(true);
            case "False" -> new Rule.Constant(false);
            default -> CONDITIONS.contains(name) ? condition(name) : new Rule.Unknown(element());
        };
    }

    private Rule not() throws IOException, FeedException {
        Rule operand = only(rules());
        if (operand == null) {
            throw xml.failure("expected a rule inside Not");
        }
        return new Rule.Not(operand);
    }

    private Rule condition(String name) throws IOException, FeedException {
        var attributes = xml.attributes();
        List<Rule> operands = new ArrayList<>();
        List<RuleElement> parameters = new ArrayList<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (isRule(localName())) {
                operands.add(rule());
            } else {
                parameters.add(element());
            }
        }
        return new Rule.Condition(name, attributes, operands, parameters);
    }

    private static boolean isRule(String name) {
        return LOGIC.contains(name) || CONDITIONS.contains(name);
    }

    private List<RuleElement> metadata() throws IOException, FeedException {
        List<RuleElement> elements = new ArrayList<>();
        int depth = xml.depth();
        while (!ended && xml.nextChild(depth)) {
            elements.add(localName().equals(MANIFEST) ? manifest() : element());
        }
        return elements;
    }

    /** Of a component manifest only the first assemblyIdentity is kept: whose manifest it is. */
    private RuleElement manifest() throws IOException, FeedException {
        Optional<RuleElement> identity = identity();
        ended = endsAtManifest && identity.isPresent();
        return RuleElement.of(MANIFEST, Map.of(), "", identity.stream().toList());
    }

    private Optional<RuleElement> identity() throws IOException, FeedException {
        Optional<RuleElement> identity = Optional.empty();
        int depth = xml.depth();
        while (identity.isEmpty() && xml.nextChild(depth)) {
            identity = localName().equals("assemblyIdentity")
                    ? Optional.of(RuleElement.of("assemblyIdentity", xml.attributes(), "", List.of()))
                    : identity();
        }
        return identity;
    }

    private RuleElement element() throws IOException, FeedException {
        return ElementReader.read(xml);
    }

    private String localName() {
        return ElementReader.localName(xml.name());
    }
}
