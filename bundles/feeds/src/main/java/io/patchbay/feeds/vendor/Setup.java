package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Value;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Installation.ReturnCode;
import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a package is installed and removed, by the texts of a vendor's data. */
final class Setup {
    private static final String SILENT = "/qn /norestart";
    private static final Pattern CODE = Pattern.compile("-?[0-9]{1,9}");

    private Setup() {}

    /**
     * As an entry has it, before it is known what the names in its texts stand for.
     *
     * @param texts those of its keys whose values are texts
     */
    static Installation read(Value entry, Map<String, String> texts) throws FeedException {
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
                codes(entry, handler == Handler.COMMAND_LINE && !texts.containsKey("unpacks")),
                restart(entry),
                Impact.NORMAL,
                false,
                false,
                attributes);
    }

    private static Reboot restart(Value entry) throws FeedException {
        Optional<Value> restart = entry.find("restart");
        return restart.isEmpty() ? Reboot.CAN_REQUEST : Keys.choice(restart.get(), Reboot.values());
    }

    /** Those that are given, else what the kind of package implies. */
    private static List<ReturnCode> codes(Value entry, boolean program) throws FeedException {
        if (entry.find("return-codes").isEmpty()) {
            return program ? List.of() : ReturnCode.WINDOWS_INSTALLER;
        }
        List<ReturnCode> codes = new ArrayList<>();
        for (Map.Entry<String, Value> code : Keys.fields(entry, "return-codes").entrySet()) {
            Value meaning = code.getValue();
            if (!CODE.matcher(code.getKey()).matches()) {
                throw meaning.failure("the number of an exit code before it");
            }
            codes.add(Keys.choice(meaning, ExitMeaning.values()).of(Integer.parseInt(code.getKey())));
        }
        return codes;
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
