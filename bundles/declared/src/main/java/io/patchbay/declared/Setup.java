package io.patchbay.declared;

import io.patchbay.feeds.vendor.ExitMeaning;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Installation.ReturnCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a file is installed, as a declaration says it. Its command lines are taken as they stand: nothing that a feed says ever gets into
 * one.
 */
final class Setup {
    private static final String[] KEYS = {"arguments", "uninstall", "return-codes", "restart", "blocking"};

    private Setup() {}

    /** For a file of this type: {@code exe}, {@code msi} or {@code msp}. */
    static Installation read(Setting setting, String type) throws DeclarationException {
        setting.allowing(KEYS);
        boolean program = type.equals("exe");
        Optional<Setting> restart = setting.find("restart");
        return new Installation(
                program ? Handler.COMMAND_LINE : type.equals("msp") ? Handler.MSP : Handler.MSI,
                "",
                program
                        ? setting.get("arguments").literal()
                        : setting.findLiteral("arguments").orElse("/qn /norestart"),
                setting.findLiteral("uninstall").orElse(null),
                codes(setting, program),
                restart.isEmpty() ? Reboot.CAN_REQUEST : restart.get().choice(Reboot.values()),
                Installation.Impact.NORMAL,
                false,
                false,
                new TreeMap<>(Map.of(WindowsPackage.BLOCKING_PROCESSES, String.join(" ", setting.texts("blocking")))));
    }

    /** The same for a file; an MSI for which nothing else is said is removed with the package itself. */
    static Installation of(Installation setup, String file) {
        boolean byItself = setup.handler() == Handler.MSI && setup.uninstall() == null;
        return new Installation(
                setup.handler(),
                file,
                setup.arguments(),
                byItself ? "msiexec.exe /x " + file + " /qn /norestart" : setup.uninstall(),
                setup.returnCodes(),
                setup.reboot(),
                setup.impact(),
                setup.requestsInput(),
                setup.requiresNetwork(),
                setup.attributes());
    }

    private static List<ReturnCode> codes(Setting setting, boolean program) throws DeclarationException {
        Optional<Setting> declared = setting.find("return-codes");
        if (declared.isEmpty()) {
            return program ? List.of() : ReturnCode.WINDOWS_INSTALLER;
        }
        List<ReturnCode> codes = new ArrayList<>();
        for (Map.Entry<String, Setting> entry : declared.get().fields().entrySet()) {
            codes.add(code(entry.getKey(), entry.getValue()));
        }
        return codes;
    }

    private static ReturnCode code(String number, Setting meaning) throws DeclarationException {
        try {
            int code = Integer.parseInt(number);
            return meaning.choice(ExitMeaning.values()).of(code);
        } catch (NumberFormatException e) {
            throw meaning.problem("an exit code is a whole number, not \"" + number + '"', e);
        }
    }
}
