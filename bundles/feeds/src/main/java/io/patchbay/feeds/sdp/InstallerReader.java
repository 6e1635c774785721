package io.patchbay.feeds.sdp;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Attributes;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Installation.ReturnCode;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads how an item is installed and removed: its installer's data, {@code InstallProperties} and {@code
 * UninstallProperties}.
 */
final class InstallerReader {
    private static final List<String> RESULTS = List.of("Failed", "Succeeded", "Cancelled");

    final SortedMap<String, String> attributes = new TreeMap<>();
    private final List<ReturnCode> returnCodes = new ArrayList<>();
    private Handler handler;
    private String file = "";
    private String arguments = "";
    private @Nullable String uninstall;
    private Reboot reboot = Reboot.CAN_REQUEST;
    private Impact impact = Impact.NORMAL;
    private boolean requestsInput;
    private boolean requiresNetwork;

    /**
     * A reader of an item; {@code otherwise} is its handler if it has no installer's data, which drivers need not have.
     */
    InstallerReader(Handler otherwise) {
        handler = otherwise;
    }

    void readInstallProperties(XmlReader xml) throws FeedException {
        reboot = Words.read(xml, "RebootBehavior", Words.REBOOT, Reboot.CAN_REQUEST);
        impact = Words.read(xml, "Impact", Words.IMPACT, Impact.NORMAL);
        requestsInput = Words.isTrue(xml, "CanRequestUserInput");
        requiresNetwork = Words.isTrue(xml, "RequiresNetworkConnectivity");
    }

    void readUninstallProperties(XmlReader xml) throws FeedException {
        Words.read(xml, "RebootBehavior", Words.REBOOT, Reboot.CAN_REQUEST);
        String behavior = xml.attribute("RebootBehavior");
        attributes.put(Extra.UNINSTALLATION_REBOOT, behavior == null ? "CanRequestReboot" : behavior.trim());
        if (Words.read(xml, "Impact", Words.IMPACT, Impact.NORMAL) != Impact.NORMAL) {
            attributes.put(
                    Extra.UNINSTALLATION + "Impact",
                    Attributes.text(xml, "Impact").trim());
        }
        for (String name : List.of("CanRequestUserInput", "RequiresNetworkConnectivity")) {
            if (Words.isTrue(xml, name)) {
                attributes.put(Extra.UNINSTALLATION + name, "true");
            }
        }
    }

    void readCommandLine(XmlReader xml) throws IOException, FeedException {
        handler = Handler.COMMAND_LINE;
        take(xml.attributes());
        file = required(xml, "Program");
        arguments = taken("Arguments");
        checkResult(xml, attributes.getOrDefault("DefaultResult", "Failed"));
        Words.isTrue(xml, "RebootByDefault");
        readReturnCodes(xml);
    }

    void readMsi(XmlReader xml) throws FeedException {
        handler = Handler.MSI;
        take(xml.attributes());
        file = required(xml, "MsiFile");
        Attributes.text(xml, "ProductCode");
        readCommandLines();
    }

    void readMsp(XmlReader xml) throws IOException, FeedException {
        handler = Handler.MSP;
        take(xml.attributes());
        readCommandLines();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (!xml.name().equals("MspFileName")) {
                throw Words.unexpected(xml, "MspInstallerData");
            }
            file = xml.text();
        }
    }

    private void readCommandLines() {
        arguments = taken("CommandLine");
        uninstall = attributes.remove("UninstallCommandLine");
    }

    /** An installer that this reader does not know; its attributes and return codes are kept, as of those it knows. */
    void readOther(XmlReader xml) throws IOException, FeedException {
        handler = Handler.OTHER;
        attributes.put("handler", xml.name());
        take(xml.attributes());
        readReturnCodes(xml);
    }

    private void take(Map<String, String> given) {
        attributes.putAll(given);
    }

    private String taken(String name) {
        String value = attributes.remove(name);
        return value == null ? "" : value;
    }

    private String required(XmlReader xml, String name) throws FeedException {
        attributes.remove(name);
        return Attributes.text(xml, name);
    }

    private void readReturnCodes(XmlReader xml) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "ReturnCode" -> readReturnCode(xml);
                case "WindowsInstallerRepairPath" -> readRepairPath(xml);
                default -> throw Words.unexpected(xml, "the data of the installer");
            }
        }
    }

    private void readReturnCode(XmlReader xml) throws IOException, FeedException {
        int code = code(xml);
        String result = checkResult(xml, Attributes.text(xml, "Result"));
        returnCodes.add(new ReturnCode(code, result, Words.isTrue(xml, "Reboot")));
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            readMeaning(xml, Extra.RETURN_CODE + code + '.');
        }
    }

    private void readMeaning(XmlReader xml, String key) throws IOException, FeedException {
        List<String> languages = new ArrayList<>();
        String meaning = "";
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "Language" -> languages.add(xml.text());
                case "Description" -> meaning = xml.text();
                default -> throw Words.unexpected(xml, "LocalizedDescription");
            }
        }
        for (String language : languages) {
            attributes.put(key + language, meaning);
        }
    }

    private void readRepairPath(XmlReader xml) throws FeedException {
        String type = xml.attribute("TargetType");
        String key = Extra.REPAIR_PATH + Attributes.text(xml, "TargetId") + (type == null ? "" : '.' + type);
        attributes.put(key, Attributes.text(xml, "RelativePathToExe"));
    }

    private static int code(XmlReader xml) throws FeedException {
        String code = Attributes.text(xml, "Code");
        try {
            return Integer.parseInt(code.trim());
        } catch (NumberFormatException e) {
            throw xml.failure("expected a return code of 32 bits, not \"" + code + '"');
        }
    }

    private static String checkResult(XmlReader xml, String word) throws FeedException {
        String result = word.trim();
        if (!RESULTS.contains(result)) {
            throw xml.failure("expected one of " + String.join(", ", RESULTS) + " as result, not \"" + word + '"');
        }
        return result;
    }

    Installation installation() {
        return new Installation(
                handler,
                file,
                arguments,
                uninstall,
                returnCodes,
                reboot,
                impact,
                requestsInput,
                requiresNetwork,
                attributes);
    }
}
