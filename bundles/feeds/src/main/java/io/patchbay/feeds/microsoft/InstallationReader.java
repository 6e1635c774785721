package io.patchbay.feeds.microsoft;

import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Installation.ReturnCode;
import io.patchbay.model.RuleElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Installation} of what documents say about installing: the Handler of the properties and what they ask of an endpoint,
 * InstallationBehavior and UninstallationBehavior, and HandlerSpecificData.
 */
final class InstallationReader {
    /** Attributes that have a field of their own. */
    private static final List<String> FIELDS =
            List.of("Program", "MsiFile", "Arguments", "CommandLine", "UninstallCommandLine");

    /** Properties that say something of an installation and have no field, with what says nothing. */
    private static final Map<String, String> FACTS = Map.of(
            "BrowseOnly", "false",
            "CanSourceBeRequired", "false",
            "IsBeta", "false",
            "MaxDownloadSize", "0",
            "MinDownloadSize", "0",
            "OSUpgrade", "false",
            "PerUser", "false",
            "RecommendedCpuSpeed", "0",
            "RecommendedHardDiskSpace", "0",
            "RecommendedMemory", "0");

    private static final String RETURN_CODE = "ReturnCode";

    private InstallationReader() {}

    static Installation read(PropertiesReader properties, @Nullable RuleElement handlerData) {
        SortedMap<String, String> facts = facts(properties.attributes);
        if (handlerData == null && facts.isEmpty() && saysNothing(properties)) {
            return Installation.NONE;
        }
        String name = handlerName(properties.attributes.getOrDefault("Handler", ""), handlerData);
        List<RuleElement> data = handlerData == null ? List.of() : handlerData.children();
        SortedMap<String, String> given = new TreeMap<>();
        data.forEach(element -> collect(element, given));
        String file = given.getOrDefault("Program", given.getOrDefault("MsiFile", ""));
        String arguments = given.getOrDefault("Arguments", given.getOrDefault("CommandLine", ""));
        Map<String, String> behavior = properties.installation;
        return new Installation(
                handler(name),
                file,
                arguments,
                given.get("UninstallCommandLine"),
                returnCodes(data),
                reboot(behavior.get("RebootBehavior")),
                impact(behavior.get("Impact")),
                Boolean.parseBoolean(behavior.get("CanRequestUserInput")),
                Boolean.parseBoolean(behavior.get("RequiresNetworkConnectivity")),
                attributes(name, given, facts, properties.uninstallation));
    }

    private static SortedMap<String, String> facts(Map<String, String> properties) {
        SortedMap<String, String> facts = new TreeMap<>();
        properties.forEach((name, value) -> {
            String nothing = FACTS.get(name);
            if (nothing != null && !nothing.equals(value)) {
                facts.put(name, value);
            }
        });
        return facts;
    }

    /** What the data's elements say, and after a slash what the elements inside of them say; return codes have a field. */
    private static void collect(RuleElement data, Map<String, String> given) {
        given.putAll(data.attributes());
        for (RuleElement inner : data.children()) {
            if (!inner.name().equals(RETURN_CODE)) {
                inner.attributes().forEach((name, value) -> given.put(inner.name() + '/' + name, value));
                given.put(inner.name(), inner.text());
            }
        }
    }

    private static boolean saysNothing(PropertiesReader properties) {
        return properties.installation.isEmpty()
                && properties.uninstallation == null
                && !properties.attributes.containsKey("Handler");
    }

    /** The last part of the handler's address, else the type of its data without the prefix: {@code WindowsInstaller}. */
    private static String handlerName(String address, @Nullable RuleElement data) {
        String type = data == null ? "" : data.attributes().getOrDefault("type", "");
        return address.isEmpty()
                ? type.substring(type.indexOf(':') + 1)
                : address.substring(address.lastIndexOf('/') + 1);
    }

    private static Handler handler(String name) {
        return switch (name) {
            case "", "Category" -> Handler.NONE;
            case "WindowsInstaller" -> Handler.MSP;
            case "WindowsInstallerApp" -> Handler.MSI;
            case "CommandLineInstallation" -> Handler.COMMAND_LINE;
            case "Cbs" -> Handler.CBS;
            case "OSInstaller" -> Handler.OS_INSTALLER;
            case "WindowsDriver" -> Handler.DRIVER;
            default -> Handler.OTHER;
        };
    }

    private static List<ReturnCode> returnCodes(List<RuleElement> data) {
        List<ReturnCode> codes = new ArrayList<>();
        for (RuleElement element : data) {
            for (RuleElement child : element.children()) {
                if (child.name().equals(RETURN_CODE)) {
                    codes.add(returnCode(child.attributes()));
                }
            }
        }
        return codes;
    }

    private static ReturnCode returnCode(Map<String, String> attributes) {
        return new ReturnCode(
                Integer.parseInt(attributes.getOrDefault("Code", "")),
                attributes.getOrDefault("Result", "Failed"),
                Boolean.parseBoolean(attributes.get("Reboot")));
    }

    /** Fragments leave out what is the default; for restarts that is NeverReboots. */
    private static Reboot reboot(@Nullable String behavior) {
        if (behavior == null) {
            return Reboot.NEVER;
        }
        return switch (behavior) {
            case "NeverReboots" -> Reboot.NEVER;
            case "AlwaysRequiresReboot" -> Reboot.ALWAYS;
            default -> Reboot.CAN_REQUEST;
        };
    }

    private static Impact impact(@Nullable String impact) {
        if (impact == null) {
            return Impact.NORMAL;
        }
        return switch (impact) {
            case "RequiresExclusiveHandling" -> Impact.EXCLUSIVE;
            case "Minor" -> Impact.MINOR;
            default -> Impact.NORMAL;
        };
    }

    private static SortedMap<String, String> attributes(
            String handler,
            Map<String, String> given,
            Map<String, String> facts,
            @Nullable Map<String, String> uninstallation) {
        SortedMap<String, String> attributes = new TreeMap<>(given);
        attributes.keySet().removeAll(FIELDS);
        attributes.values().removeIf(String::isEmpty);
        attributes.putAll(facts);
        if (handler(handler) == Handler.OTHER) {
            attributes.put("handler", handler);
        }
        if (uninstallation != null) {
            attributes.put("UninstallationBehavior", uninstallation.getOrDefault("RebootBehavior", "NeverReboots"));
        }
        return attributes;
    }
}
