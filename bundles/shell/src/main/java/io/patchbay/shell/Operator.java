package io.patchbay.shell;

import java.nio.file.attribute.UserPrincipal;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;

/** Who gives the commands of a session: the user at the other end of the socket, or at its own console the user that the engine runs as. */
public final class Operator {
    /** The variable of a session that has the user, as a principal, so that no text of a command can stand for one. */
    public static final String VARIABLE = ".operator";

    private Operator() {}

    /**
     * The session whose command this thread carries out. A method that had the shell hand it over would get none if the first word is {@code
     * null}: the shell takes that for it.
     */
    static CommandSession session() {
        return Job.Utils.current().session();
    }

    /** The name of the user whose command this thread carries out. */
    static String current() {
        return of(session());
    }

    /** The user's name. */
    static String of(CommandSession session) {
        return session.get(VARIABLE) instanceof UserPrincipal user ? user.getName() : System.getProperty("user.name");
    }
}
