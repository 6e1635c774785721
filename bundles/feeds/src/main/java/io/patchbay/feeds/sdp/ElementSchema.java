package io.patchbay.feeds.sdp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the schemas allow of one element of the language of rules.
 *
 * @param space its name space
 * @param name its name
 * @param attributes those that it may have
 * @param text what text it may have
 * @param children the elements that may be in it, by their names with blanks between; rules are all called {@code rule}
 */
record ElementSchema(
        Namespace space, String name, Map<String, Attribute> attributes, SimpleType text, Pattern children) {
    /** How a rule inside of another element is called. */
    static final String RULE = "rule";

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

    /**
     * Name space; name, after that of the outer element unless it is a rule or metadata by itself; attributes with
     * their types, a question mark on those that may be missing; after a bar the elements inside, or after an equals
     * sign the type of the text.
     */
    private static final Map<String, ElementSchema> BY_NAME = read(
            "LAR True",
            "LAR False",
            "LAR And | rule( rule)*",
            "LAR Or | rule( rule)*",
            "LAR Not | rule",
            "BAR WindowsVersion Comparison:SCALAR? MajorVersion:UINT? MinorVersion:UINT? BuildNumber:UINT?"
                    + " ServicePackMajor:USHORT? ServicePackMinor:USHORT? AllSuitesMustBePresent:TRUTH?"
                    + " SuiteMask:USHORT? ProductType:USHORT?",
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
            "MSIAR MsiFeatureInstalledForProduct AllFeaturesRequired:TRUTH? AllProductsRequired:TRUTH?"
                    + " | Feature( Feature)*( Product)+",
            "MSIAR MsiComponentInstalledForProduct AllComponentsRequired:TRUTH? AllProductsRequired:TRUTH?"
                    + " | Component( Component)*( Product)+",
            "MSIAR MsiPatchInstalled",
            "MSIAR MsiPatchSuperseded",
            "MSIAR MsiPatchInstallable",
            "MSIAR MsiApplicationInstalled",
            "MSIAR MsiApplicationSuperseded",
            "MSIAR MsiApplicationInstallable",
            "DRV WindowsDriverInstalled",
            "DRV WindowsDriverSuperseded",
            "DRV WindowsDriverInstallable",
            "MSIAR MsiFeatureInstalledForProduct/Feature = NAME",
            "MSIAR MsiFeatureInstalledForProduct/Product = GUID",
            "MSIAR MsiComponentInstalledForProduct/Component = NAME",
            "MSIAR MsiComponentInstalledForProduct/Product = GUID",
            "DRV WindowsDriverMetaData " + DRIVER + " | (CompatibleProvider( CompatibleProvider)*)?",
            "DRV WindowsDriverMetaData/CompatibleProvider = COMPANY",
            "MSIAR MsiApplicationMetadata | ProductCode",
            "MSIAR MsiApplicationMetadata/ProductCode = GUID",
            "MSIAR MsiPatchMetadata | MsiPatch( FallbackPatchCode)?",
            "MSIAR MsiPatchMetadata/FallbackPatchCode = GUID",
            "MSPBLOB MsiPatchMetadata/MsiPatch SchemaVersion:MSI_VERSION? PatchGUID:GUID? MinMsiVersion:INT?"
                    + " TargetsRTM:TRUTH? | TargetProduct( TargetProduct)*( TargetProductCode)+( ObsoletedPatch)*"
                    + "( SequenceData)*",
            "MSPBLOB MsiPatch/TargetProduct MinMsiVersion:INT? | TargetProductCode( UpdatedProductCode)? TargetVersion"
                    + "( UpdatedVersion)? TargetLanguage UpdatedLanguages UpgradeCode",
            "MSPBLOB MsiPatch/TargetProductCode = GUID",
            "MSPBLOB MsiPatch/ObsoletedPatch = GUID",
            "MSPBLOB MsiPatch/SequenceData | PatchFamily( ProductCode)? Sequence( Attributes)?",
            "MSPBLOB TargetProduct/TargetProductCode Validate:TRUTH? = GUID",
            "MSPBLOB TargetProduct/UpdatedProductCode = GUID",
            "MSPBLOB TargetProduct/TargetVersion ComparisonType:COMPARED? ComparisonFilter:FILTER? Validate:TRUTH?"
                    + " = MSI_VERSION",
            "MSPBLOB TargetProduct/UpdatedVersion = MSI_VERSION",
            "MSPBLOB TargetProduct/TargetLanguage Validate:TRUTH? = INT",
            "MSPBLOB TargetProduct/UpdatedLanguages = INTS",
            "MSPBLOB TargetProduct/UpgradeCode Validate:TRUTH? = GUID",
            "MSPBLOB SequenceData/PatchFamily = ANY",
            "MSPBLOB SequenceData/ProductCode = GUID",
            "MSPBLOB SequenceData/Sequence = MSI_VERSION",
            "MSPBLOB SequenceData/Attributes = INT");

    private static Map<String, ElementSchema> read(String... lines) {
        Map<String, ElementSchema> schemas = new HashMap<>();
        for (String line : lines) {
            schemas.put(line.split(" ", 3)[1], read(line));
        }
        return schemas;
    }

    private static ElementSchema read(String line) {
        String[] beforeText = line.split(" = ", 2);
        String[] beforeChildren = beforeText[0].split(" \\| ", 2);
        String[] words = beforeChildren[0].trim().split(" +", -1);
        return new ElementSchema(
                Namespace.valueOf(words[0]),
                words[1].substring(words[1].indexOf('/') + 1),
                Arrays.stream(words)
                        .skip(2)
                        .collect(Collectors.toMap(w -> w.split(":", 2)[0], ElementSchema::attribute)),
                beforeText.length == 1 ? SimpleType.NOTHING : SimpleType.valueOf(beforeText[1]),
                Pattern.compile(beforeChildren.length == 1 ? "" : beforeChildren[1]));
    }

    private static Attribute attribute(String word) {
        String type = word.substring(word.indexOf(':') + 1);
        boolean required = !type.endsWith("?");
        return new Attribute(SimpleType.valueOf(required ? type : type.substring(0, type.length() - 1)), required);
    }

    /** What the schemas allow of a rule, of metadata, or of {@code outer/inner}. */
    static ElementSchema of(String name) throws InexpressibleException {
        ElementSchema schema = BY_NAME.get(name);
        if (schema == null) {
            throw new InexpressibleException("SDP has no rule " + name);
        }
        return schema;
    }

    /**
     * An element with these attributes and this text, if the schemas allow them, and elements of these names inside.
     */
    Element element(SortedMap<String, String> given, String content, List<String> inside)
            throws InexpressibleException {
        if (!children.matcher(String.join(" ", inside)).matches()) {
            String found = inside.isEmpty() ? "nothing" : String.join(" ", inside);
            throw new InexpressibleException("SDP does not allow " + found + " inside of " + name);
        }
        Element element = new Element(space, name, text.check(name, content));
        for (Map.Entry<String, String> entry : given.entrySet()) {
            element.with(entry.getKey(), checked(entry.getKey(), entry.getValue()));
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

    private String checked(String key, String value) throws InexpressibleException {
        Attribute attribute = attributes.get(key);
        if (attribute == null) {
            throw new InexpressibleException("SDP has no attribute " + key + " of the rule " + name);
        }
        return attribute.type().check(name + ' ' + key, value);
    }
}
