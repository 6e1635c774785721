package io.patchbay.model;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an update is installed and removed, and what that asks of the endpoint. Commands come from a provider's own templates or
 * from Microsoft's documents, never from the text of another feed.
 *
 * @param handler what runs the file
 * @param file the name of the {@link ContentFile} or program to run; blank if any file of the update is meant, or none
 * @param arguments the arguments for a silent installation; blank if there are none
 * @param uninstall the command line that removes it; null if it cannot be removed, or nobody says how
 * @param returnCodes what exit codes mean, beyond 0 for success
 * @param reboot whether installing restarts the endpoint
 * @param impact what else must not run
 * @param requestsInput whether installing may ask the user something
 * @param requiresNetwork whether installing needs a network
 * @param attributes what else the handler's data and the update's properties say, such as {@code PatchCode} and {@code IsBeta}
 */
public record Installation(
        Handler handler,
        String file,
        String arguments,
        @Nullable String uninstall,
        List<ReturnCode> returnCodes,
        Reboot reboot,
        Impact impact,
        boolean requestsInput,
        boolean requiresNetwork,
        SortedMap<String, String> attributes) {
    /** Nothing to run: categories, detectoids, bundles. */
    public static final Installation NONE = of(Handler.NONE, "", "", null, List.of(), Reboot.NEVER);

    /** The kinds of installation that update documents know. */
    public enum Handler {
        NONE,
        MSI,
        MSP,
        COMMAND_LINE,
        CBS,
        OS_INSTALLER,
        DRIVER,
        /** One of a name that no schema we know defines; the name is the attribute {@code handler}. */
        OTHER
    }

    /** Whether installing restarts the endpoint (InstallationBehavior, RebootBehavior). */
    public enum Reboot {
        NEVER("Never restarts"),
        CAN_REQUEST("Can request restart"),
        ALWAYS("Always requires restart");

        private final String title;

        Reboot(String title) {
            this.title = title;
        }

        /** The words that administrators know. */
        public String title() {
            return title;
        }
    }

    /** What else must not run while installing (InstallationBehavior, Impact). */
    public enum Impact {
        NORMAL,
        MINOR,
        EXCLUSIVE
    }

    /**
     * The meaning of an exit code.
     *
     * @param code the exit code
     * @param result {@code Succeeded}, {@code Failed} or {@code Cancelled}
     * @param reboot whether a restart is needed to complete
     */
    public record ReturnCode(int code, String result, boolean reboot) {
        /** What Windows Installer means by 3010 and 1641: succeeded, and a restart is needed or has begun. */
        public static final List<ReturnCode> WINDOWS_INSTALLER =
                List.of(new ReturnCode(3010, "Succeeded", true), new ReturnCode(1641, "Succeeded", true));

        public ReturnCode {
            Objects.requireNonNull(result);
        }
    }

    public Installation {
        Objects.requireNonNull(handler);
        Objects.requireNonNull(file);
        Objects.requireNonNull(arguments);
        returnCodes = List.copyOf(returnCodes);
        Objects.requireNonNull(reboot);
        Objects.requireNonNull(impact);
        attributes = Sorted.copy(attributes);
    }

    /** An installation of normal impact that asks for nothing. */
    public static Installation of(
            Handler handler,
            String file,
            String arguments,
            @Nullable String uninstall,
            List<ReturnCode> returnCodes,
            Reboot reboot) {
        return new Installation(
                handler, file, arguments, uninstall, returnCodes, reboot, Impact.NORMAL, false, false, new TreeMap<>());
    }
}
