package io.patchbay.deployer;

/**
 * What became of a jar in the drop-in folder.
 *
 * @param file the file's name
 * @param state whether it runs
 * @param symbolicName the bundle's symbolic name; blank if the file has none
 * @param version the bundle's version; blank if the file has none
 * @param signer whose key signed it, by the name of the pinned key; blank if nobody's
 * @param reason why it does not run, in one line; blank if it does
 */
public record DropIn(String file, State state, String symbolicName, String version, String signer, String reason) {
    /** Whether a jar runs. */
    public enum State {
        /** It is there, but may still be being copied, or its signature; or the engine cannot copy it now, and tries again. */
        WAITING,
        /** Its provider is offered to the engine. */
        STARTED,
        /** It was started, but its bundle was stopped or uninstalled by the framework's own commands. It stays so until somebody starts it. */
        STOPPED,
        /** It is not started, and lies in the folder {@code refused} with the reason beside it. */
        REFUSED,
        /** Another file holds a newer version of the same bundle; it is started if that one goes. */
        OUTDATED
    }
}
