package io.patchbay.feeds.sdp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What the schemas allow of one rule, or of one element of the metadata of rules.
 *
 * @param space its name space
 * @param name its name
 * @param attributes those that it may have
 * @param rules how many rules may be in it
 * @param parameters the other elements that must be in it, each once or more, in this order
 */
record RuleSchema(
        Namespace space, String name, Map<String, Attribute> attributes, Rules rules, List<String> parameters) {
    /** How many rules are inside of a rule. */
    enum Rules {
        NONE,
        ONE,
        SOME
    }

    /** What an attribute may say, and whether it must be there. */
    record Attribute(SimpleType type, boolean required) {}

    private static final String REGISTRY_KEY = "Key:KEY Subkey:SUBKEY RegType32:TRUTH?";
    private static final String REGISTRY_VALUE = REGISTRY_KEY + " Value:VALUE";
    private static final String PRODUCT = "VersionMax:MSI_VERSION? ExcludeVersionMax:TRUTH? VersionMin:MSI_VERSION?"
            + " ExcludeVersionMin:TRUTH? Language:INT?";
    private static final String DRIVER =
            "HardwareID:HARDWARE DriverVerDate:DAY DriverVerVersion:VERSION WhqlDriverID:UINT"
                    + " Class:CLASS Company:COMPANY Provider:COMPANY Manufacturer:COMPANY Model:COMPANY";
    private static final String FILE =
            "Path:PATH Version:VERSION? Created:TIME? Modified:TIME? Size:SIZE? Language:USHORT?";
    private static final String COMPARED = "Path:PATH Comparison:SCALAR ";

    /** The rules: name space, name, attributes (a question mark: may be missing), and after a bar what is inside. */
    private static final Map<String, RuleSchema> BY_NAME = read(
            "LAR True",
            "LAR False",
            "LAR And | rules",
            "LAR Or | rules",
            "LAR Not | rule",
            "BAR WindowsVersion Comparison:SCALAR? MajorVersion:UINT? MinorVersion:UINT? BuildNumber:UINT?"
                    + " ServicePackMajor:USHORT? ServicePackMinor:USHORT? AllSuitesMustBePresent:TRUTH? SuiteMask:USHORT?"
                    + " ProductType:USHORT?",
            "BAR WindowsLanguage Language:LANGUAGE",
            "BAR MuiInstalled",
            "BAR MuiLanguageInstalled Language:LANGUAGE",
            "BAR SystemMetric Comparison:SCALAR Index:INT Value:INT",
            "BAR Processor Architecture:USHORT Level:USHORT? Revision:USHORT?",
            "BAR NumberOfProcessors Comparison:SCALAR Number:UINT",
            "BAR ClusteredOS",
            "BAR ClusterResourceOwner Prefix:ANY? Suffix:ANY? " + REGISTRY_VALUE,
            "BAR FileExists Csidl:INT? " + FILE,
            "BAR FileExistsPrependRegSz " + FILE + ' ' + REGISTRY_VALUE,
            "BAR FileVersion Csidl:INT? Version:VERSION " + COMPARED,
            "BAR FileVersionPrependRegSz Version:VERSION " + COMPARED + REGISTRY_VALUE,
            "BAR FileCreated Csidl:INT? Created:TIME " + COMPARED,
            "BAR FileCreatedPrependRegSz Created:TIME " + COMPARED + REGISTRY_VALUE,
            "BAR FileModified Csidl:INT? Modified:TIME " + COMPARED,
            "BAR FileModifiedPrependRegSz Modified:TIME " + COMPARED + REGISTRY_VALUE,
            "BAR FileSize Csidl:INT? Size:SIZE " + COMPARED,
            "BAR FileSizePrependRegSz Size:SIZE " + COMPARED + REGISTRY_VALUE,
            "BAR RegKeyExists " + REGISTRY_KEY,
            "BAR RegValueExists Value:VALUE? Type:KIND? " + REGISTRY_KEY,
            "BAR RegDword Comparison:SCALAR Data:UINT " + REGISTRY_VALUE,
            "BAR RegExpandSz Comparison:MATCH Data:DATA " + REGISTRY_VALUE,
            "BAR RegSz Comparison:MATCH Data:DATA " + REGISTRY_VALUE,
            "BAR RegSzToVersion Comparison:SCALAR Data:VERSION " + REGISTRY_VALUE,
            "BAR RegKeyLoop TrueIf:LOOP " + REGISTRY_KEY + " | rule",
            "BAR WmiQuery Namespace:TEXT? WqlQuery:TEXT",
            "BAR InstalledOnce",
            "BAR GenericQuery Namespace:ANY Type:ANY Parameter:ANY Comparison:SCALAR? Value:ANY?",
            "MSIAR MsiProductInstalled ProductCode:GUID " + PRODUCT,
            "MSIAR MsiPatchInstalledForProduct PatchCode:GUID ProductCode:GUID " + PRODUCT,
            "MSIAR MsiFeatureInstalledForProduct AllFeaturesRequired:TRUTH? AllProductsRequired:TRUTH? | Feature Product",
            "MSIAR MsiComponentInstalledForProduct AllComponentsRequired:TRUTH? AllProductsRequired:TRUTH?"
                    + " | Component Product",
            "MSIAR MsiPatchInstalled",
            "MSIAR MsiPatchSuperseded",
            "MSIAR MsiPatchInstallable",
            "MSIAR MsiApplicationInstalled",
            "MSIAR MsiApplicationSuperseded",
            "MSIAR MsiApplicationInstallable",
            "DRV WindowsDriverInstalled",
            "DRV WindowsDriverSuperseded",
            "DRV WindowsDriverInstallable",
            "DRV WindowsDriverMetaData " + DRIVER,
            "MSIAR MsiPatchMetadata",
            "MSIAR MsiApplicationMetadata");

    private static Map<String, RuleSchema> read(String... lines) {
        Map<String, RuleSchema> schemas = new LinkedHashMap<>();
        for (String line : lines) {
            RuleSchema schema = read(line);
            schemas.put(schema.name(), schema);
        }
        return schemas;
    }

    private static RuleSchema read(String line) {
        String[] halves = line.split(" \\| ", -1);
        List<String> words = List.of(halves[0].trim().split(" +", -1));
        List<String> inside = halves.length == 1 ? List.of() : List.of(halves[1].split(" ", -1));
        Map<String, Attribute> attributes =
                words.stream().skip(2).collect(Collectors.toMap(word -> word.split(":", -1)[0], RuleSchema::attribute));
        Rules rules = inside.contains("rule") ? Rules.ONE : inside.contains("rules") ? Rules.SOME : Rules.NONE;
        List<String> parameters = rules == Rules.NONE ? inside : List.of();
        return new RuleSchema(Namespace.valueOf(words.get(0)), words.get(1), attributes, rules, parameters);
    }

    private static Attribute attribute(String word) {
        String type = word.substring(word.indexOf(':') + 1);
        boolean required = !type.endsWith("?");
        return new Attribute(SimpleType.valueOf(required ? type : type.substring(0, type.length() - 1)), required);
    }

    /** What the schemas allow of the element of this name. */
    static RuleSchema of(String name) throws InexpressibleException {
        RuleSchema schema = BY_NAME.get(name);
        if (schema == null) {
            throw new InexpressibleException("SDP has no rule " + name);
        }
        return schema;
    }

    /** The element with these attributes, if the schemas allow them. */
    Element element(SortedMap<String, String> given) throws InexpressibleException {
        Element element = new Element(space, name);
        for (Map.Entry<String, String> entry : given.entrySet()) {
            Attribute attribute = attributes.get(entry.getKey());
            if (attribute == null) {
                throw new InexpressibleException("SDP has no attribute " + entry.getKey() + " of the rule " + name);
            }
            element.with(entry.getKey(), attribute.type().check(name + ' ' + entry.getKey(), entry.getValue()));
        }
        Optional<String> missing = attributes.entrySet().stream()
                .filter(entry -> entry.getValue().required() && !given.containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        if (missing.isPresent()) {
            throw new InexpressibleException("SDP demands " + missing.get() + " of the rule " + name);
        }
        return element;
    }

    /** Refuses any other number of rules inside than the schemas demand. */
    void checkRules(int count) throws InexpressibleException {
        boolean right =
                switch (rules) {
                    case NONE -> count == 0;
                    case ONE -> count == 1;
                    case SOME -> count > 0;
                };
        if (!right) {
            throw new InexpressibleException("SDP does not allow " + count + " rules inside of " + name);
        }
    }

    /** Refuses other elements inside than the schemas demand. */
    void checkParameters(List<String> names) throws InexpressibleException {
        if (!names.stream().distinct().toList().equals(parameters)) {
            throw new InexpressibleException("SDP does not allow " + names + " inside of " + name);
        }
    }
}
