package io.patchbay.shell;

import java.util.List;

/** Whoever brings commands, and what they accept: so that {@code patchbay:help} knows them all. */
interface Documented {
    /** One for each command. */
    List<Usage> usages();
}
