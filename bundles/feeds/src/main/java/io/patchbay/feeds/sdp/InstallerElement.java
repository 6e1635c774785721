package io.patchbay.feeds.sdp;

import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.ReturnCode;
import java.util.Map;
import java.util.Optional;

/** Writes how an item is installed and removed, the reverse of {@link InstallerReader}. */
final class InstallerElement {
    private static final int DESCRIPTION = 1500;

    private final Installation installation;

    InstallerElement(Installation installation) {
        this.installation = installation;
    }

    Element installProperties() throws InexpressibleException {
        return new Element(Namespace.SDP, "InstallProperties")
                .with("CanRequestUserInput", Boolean.toString(installation.requestsInput()))
                .with("RequiresNetworkConnectivity", Boolean.toString(installation.requiresNetwork()))
                .with("Impact", Words.of(Words.IMPACT, installation.impact()))
                .with("RebootBehavior", Words.of(Words.REBOOT, installation.reboot()));
    }

    Optional<Element> uninstallProperties() throws InexpressibleException {
        String reboot = installation.attributes().get(Extra.UNINSTALLATION_REBOOT);
        if (reboot == null) {
            return Optional.empty();
        }
        Element element = new Element(Namespace.SDP, "UninstallProperties")
                .with("RebootBehavior", SimpleType.REBOOT.check(Extra.UNINSTALLATION_REBOOT, reboot));
        give(element, "CanRequestUserInput", Extra.UNINSTALLATION, SimpleType.TRUTH);
        give(element, "RequiresNetworkConnectivity", Extra.UNINSTALLATION, SimpleType.TRUTH);
        give(element, "Impact", Extra.UNINSTALLATION, SimpleType.IMPACT);
        return Optional.of(element);
    }

    /** Gives the element an attribute, if the installation has one of this name after the prefix. */
    private void give(Element element, String name, String prefix, SimpleType type) throws InexpressibleException {
        String value = installation.attributes().get(prefix + name);
        if (value != null) {
            element.with(name, type.check(prefix + name, value));
        }
    }

    /** Drivers have no data of an installer, and neither has what nobody installs. */
    Optional<Element> data() throws InexpressibleException {
        return switch (installation.handler()) {
            case NONE, DRIVER -> Optional.empty();
            case COMMAND_LINE -> Optional.of(commandLine());
            case MSI -> Optional.of(msi());
            case MSP -> Optional.of(msp());
            case CBS, OS_INSTALLER, OTHER ->
                throw new InexpressibleException("SDP has no installer " + name(installation.handler()));
        };
    }

    private String name(Handler handler) {
        return installation.attributes().getOrDefault("handler", handler.name());
    }

    private Element commandLine() throws InexpressibleException {
        Element element = new Element(Namespace.CMD, "CommandLineInstallerData")
                .with("Program", SimpleType.PATH.check("Program", installation.file()));
        if (!installation.arguments().isEmpty()) {
            element.with("Arguments", installation.arguments());
        }
        give(element, "DefaultResult", "", SimpleType.RESULT);
        give(element, "RebootByDefault", "", SimpleType.TRUTH);
        for (ReturnCode code : installation.returnCodes()) {
            element.add(returnCode(code));
        }
        for (Map.Entry<String, String> entry : installation.attributes().entrySet()) {
            if (entry.getKey().startsWith(Extra.REPAIR_PATH)) {
                element.add(repairPath(entry.getKey().substring(Extra.REPAIR_PATH.length()), entry.getValue()));
            }
        }
        return element;
    }

    private Element returnCode(ReturnCode code) throws InexpressibleException {
        Element element = new Element(Namespace.CMD, "ReturnCode")
                .with("Code", Integer.toString(code.code()))
                .with("Result", SimpleType.RESULT.check("Result", code.result()))
                .with("Reboot", Boolean.toString(code.reboot()));
        String key = Extra.RETURN_CODE + code.code() + '.';
        for (Map.Entry<String, String> entry : installation.attributes().entrySet()) {
            if (entry.getKey().startsWith(key)) {
                element.add(new Element(Namespace.CMD, "LocalizedDescription")
                        .add(
                                "Language",
                                SimpleType.LANGUAGE.check(
                                        "Language", entry.getKey().substring(key.length())))
                        .add(
                                "Description",
                                SimpleType.TEXT.check("Description", Limit.cut(entry.getValue(), DESCRIPTION))));
            }
        }
        return element;
    }

    private static Element repairPath(String target, String path) throws InexpressibleException {
        int dot = target.indexOf('.');
        String id = dot < 0 ? target : target.substring(0, dot);
        Element element = new Element(Namespace.CMD, "WindowsInstallerRepairPath")
                .with("TargetId", SimpleType.GUID.check("TargetId", id));
        if (dot >= 0) {
            element.with("TargetType", SimpleType.MSI_TYPE.check("TargetType", target.substring(dot + 1)));
        }
        return element.with("RelativePathToExe", path);
    }

    private Element msi() throws InexpressibleException {
        String product = installation.attributes().get("ProductCode");
        if (product == null) {
            throw new InexpressibleException("its ProductCode is not known, which SDP demands");
        }
        return commandLines(new Element(Namespace.MSI, "MsiInstallerData")
                .with("MsiFile", SimpleType.PATH.check("MsiFile", installation.file()))
                .with("ProductCode", SimpleType.GUID.check("ProductCode", product)));
    }

    private Element msp() throws InexpressibleException {
        Element element = new Element(Namespace.MSP, "MspInstallerData");
        give(element, "PatchCode", "", SimpleType.GUID);
        give(element, "FullFilePatchCode", "", SimpleType.GUID);
        commandLines(element);
        return installation.file().isEmpty()
                ? element
                : element.add("MspFileName", SimpleType.LONG_NAME.check("MspFileName", installation.file()));
    }

    private Element commandLines(Element element) throws InexpressibleException {
        if (!installation.arguments().isEmpty()) {
            element.with("CommandLine", SimpleType.COMMAND.check("CommandLine", installation.arguments()));
        }
        String uninstall = installation.uninstall();
        return uninstall == null
                ? element
                : element.with("UninstallCommandLine", SimpleType.COMMAND.check("UninstallCommandLine", uninstall));
    }
}
