package io.patchbay.feeds.vendor;

import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Installation.ReturnCode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a package is installed and removed, by the texts of a vendor's data. */
final class Setup {
    private static final String SILENT = "/qn /norestart";

    private Setup() {}

    /** As the texts have it, before it is known what the names in them stand for. */
    static Installation installation(Map<String, String> texts) {
        if (texts.containsKey("install")) {
            return Installation.of(Handler.NONE, "", "", texts.get("uninstall"), List.of(), Reboot.NEVER);
        }
        Handler handler = handler(texts.getOrDefault("type", ""));
        SortedMap<String, String> attributes = new TreeMap<>();
        if (texts.containsKey("blocking")) {
            attributes.put(WindowsPackage.BLOCKING_PROCESSES, texts.get("blocking"));
        }
        return new Installation(
                handler,
                "${file}",
                texts.getOrDefault("arguments", SILENT),
                uninstall(handler, texts.get("uninstall")),
                handler == Handler.COMMAND_LINE && !texts.containsKey("unpacks")
                        ? List.of()
                        : ReturnCode.WINDOWS_INSTALLER,
                Reboot.CAN_REQUEST,
                Impact.NORMAL,
                false,
                false,
                attributes);
    }

    /** An installation with what the names in its commands stand for. */
    static Installation filled(Installation template, Words words) {
        String removal = template.uninstall();
        return new Installation(
                template.handler(),
                words.fill(template.file()),
                words.fill(template.arguments()),
                removal == null ? null : words.fill(removal),
                template.returnCodes(),
                template.reboot(),
                template.impact(),
                template.requestsInput(),
                template.requiresNetwork(),
                template.attributes());
    }

    /** An installation with the programs that must not run according to another. */
    static Installation blocked(Installation known, Installation other) {
        SortedMap<String, String> attributes = new TreeMap<>(known.attributes());
        attributes.putAll(other.attributes());
        return new Installation(
                known.handler(),
                known.file(),
                known.arguments(),
                known.uninstall(),
                known.returnCodes(),
                known.reboot(),
                known.impact(),
                known.requestsInput(),
                known.requiresNetwork(),
                attributes);
    }

    private static Handler handler(String type) {
        return switch (type) {
            case "msi" -> Handler.MSI;
            case "msp" -> Handler.MSP;
            default -> Handler.COMMAND_LINE;
        };
    }

    /** An MSI for which nothing else is said is removed with the package itself. */
    private static @Nullable String uninstall(Handler handler, @Nullable String command) {
        return command == null && handler == Handler.MSI ? "msiexec.exe /x ${file} " + SILENT : command;
    }
}
