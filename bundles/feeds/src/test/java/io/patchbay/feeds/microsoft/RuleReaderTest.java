package io.patchbay.feeds.microsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every element of the rule language with every attribute, as documents, fragments and third-party catalogues write it. */
class RuleReaderTest {
    private static final String MSUS = "http://schemas.microsoft.com/msus/2002/12/";

    private static Rule rule(String xml) throws Exception {
        String document = "<IsInstalled xmlns:upd='" + MSUS + "Update' xmlns:bar='" + MSUS + "BaseApplicabilityRules'"
                + " xmlns:mar='" + MSUS + "MsiApplicabilityRules' xmlns:cbsar='" + MSUS + "CbsApplicabilityRules'"
                + " xmlns:drv='" + MSUS + "UpdateHandlers/WindowsDriver'>" + xml + "</IsInstalled>";
        try (XmlReader reader = Xml.open(MicrosoftSamples.stream(document), "test", XmlLimits.DEFAULT)) {
            reader.nextChild(0);
            return Rules.rule(reader);
        }
    }

    private static String element(String name, SortedMap<String, String> attributes) {
        StringBuilder element = new StringBuilder("<" + name);
        attributes.forEach((attribute, value) -> element.append(" " + attribute + "='" + value + "'"));
        return element + "/>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bar:WindowsVersion Comparison MajorVersion MinorVersion BuildNumber ServicePackMajor ServicePackMinor"
                        + " SuiteMask AllSuitesMustBePresent ProductType",
                "bar:PlatformVersion Comparison MajorVersion",
                "bar:Processor Architecture Level Revision",
                "bar:WindowsLanguage Language",
                "bar:MuiInstalled",
                "bar:MuiLanguageInstalled Language",
                "bar:Platform PlatformID",
                "bar:SystemMetric Index Comparison Value",
                "bar:RegKeyExists Key Subkey RegType32",
                "bar:RegValueExists Key Subkey Value Type RegType32",
                "bar:RegDword Key Subkey Value Comparison Data RegType32",
                "bar:RegSz Key Subkey Value Comparison Data RegType32",
                "bar:RegExpandSz Key Subkey Value Comparison Data RegType32",
                "bar:RegSzToVersion Key Subkey Value Comparison Data RegType32",
                "bar:FileExists Path Csidl Version Size Created Modified Language",
                "bar:FileVersion Path Version Comparison Csidl",
                "bar:FileSize Path Comparison Size Csidl",
                "bar:FileCreated Path Comparison Created Csidl",
                "bar:FileModified Path Comparison Modified Csidl",
                "bar:FileExistsPrependRegSz Path Key Subkey Value RegType32",
                "bar:FileVersionPrependRegSz Path Version Comparison Key Subkey Value RegType32",
                "bar:FileSizePrependRegSz Path Comparison Size Key Subkey Value RegType32",
                "bar:FileCreatedPrependRegSz Path Comparison Created Key Subkey Value RegType32",
                "bar:FileModifiedPrependRegSz Path Comparison Modified Key Subkey Value RegType32",
                "bar:WmiQuery Namespace WqlQuery",
                "bar:LicenseDword Value Comparison Data",
                "bar:NumberOfProcessors Comparison Value",
                "bar:ClusteredOS",
                "bar:ClusterResourceOwner Name",
                "bar:InstalledOnce",
                "bar:GenericQuery Namespace Query",
                "bar:Direct3D HardwareVersion FeatureLevelMajor",
                "bar:Memory MinSizeInMB Type",
                "bar:VideoMemory MinSizeInMB",
                "bar:SensorById Id",
                "bar:NFC",
                "bar:Camera Location",
                "mar:MsiProductInstalled ProductCode VersionMin VersionMax ExcludeVersionMin ExcludeVersionMax Language",
                "mar:MsiPatchInstalledForProduct PatchCode ProductCode VersionMin VersionMax Language",
                "mar:MsiPatchInstalled",
                "mar:MsiPatchSuperseded",
                "mar:MsiPatchInstallable",
                "mar:MsiApplicationInstalled",
                "mar:MsiApplicationSuperseded",
                "mar:MsiApplicationInstallable",
                "cbsar:CbsPackageInstalledByIdentity PackageIdentity",
                "cbsar:CbsPackageInstalled",
                "cbsar:CbsPackageInstallable",
                "upd:ProductReleaseInstalled Name Version",
                "upd:ProductReleaseVersion Name Version Comparison",
                "upd:DeviceAttribute Name Type Comparison Value",
                "drv:WindowsDriver",
                "drv:WindowsDriverInstalled",
                "drv:WindowsDriverInstallable",
                "drv:WindowsDriverSuperseded",
            })
    void readsAConditionWithAllThatItSays(String line) throws Exception {
        String[] words = line.split(" ");
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String attribute : List.of(words).subList(1, words.length)) {
            attributes.put(attribute, "of " + attribute);
        }
        String local = words[0].substring(words[0].indexOf(':') + 1);
        Rule expected = Rule.Condition.of(local, attributes);
        assertEquals(expected, rule(element(words[0], attributes)));
        assertEquals(expected, rule(element(words[0].charAt(0) + "." + local, attributes)));
        assertEquals(expected, rule(element(local, attributes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MsiFeatureInstalledForProduct Feature", "MsiComponentInstalledForProduct Component"})
    void readsWhatIsAskedForSeveralProducts(String line) throws Exception {
        String rule = line.split(" ")[0];
        String part = line.split(" ")[1];
        String xml = "<mar:" + rule + " AllProductsRequired='true'><mar:" + part + ">a</mar:" + part + "><mar:" + part
                + ">b</mar:" + part + "><mar:Product>{1}</mar:Product></mar:" + rule + ">";
        List<RuleElement> parameters = List.of(text(part, "a"), text(part, "b"), text("Product", "{1}"));
        Rule expected =
                new Rule.Condition(rule, new TreeMap<>(Map.of("AllProductsRequired", "true")), List.of(), parameters);
        assertEquals(expected, rule(xml));
    }

    private static RuleElement text(String name, String text) {
        return RuleElement.of(name, Map.of(), text, List.of());
    }

    /** What says for which devices a driver is stands among the metadata. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MsiPatchMetadata",
                "MsiApplicationMetadata",
                "WindowsDriverMetaData",
                "DistributionComputerHardwareId",
                "TargetComputerHardwareId",
                "SomethingNew"
            })
    void keepsMetadataWhole(String name) throws Exception {
        String xml = "<ApplicabilityRules><Metadata><d." + name + " HardwareID='pci'>text<FeatureScore Score='1'/></d."
                + name + "></Metadata></ApplicabilityRules>";
        RuleElement score = RuleElement.of("FeatureScore", Map.of("Score", "1"), "", List.of());
        assertEquals(
                List.of(RuleElement.of(name, Map.of("HardwareID", "pci"), "text", List.of(score))),
                MicrosoftSamples.of(xml).applicability().metadata());
    }
}
