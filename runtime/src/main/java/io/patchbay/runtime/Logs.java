package io.patchbay.runtime;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the log goes. Must be said before anything is logged. */
final class Logs {
    private static final String CONFIGURATION = "logback.configurationFile";

    private Logs() {}

    /** By the data folder's {@code conf/logback.xml} if there is one, otherwise by the distribution's. */
    static void configure(Distribution distribution, Home home) throws EngineException {
        Path own = home.folder("conf").resolve("logback.xml");
        System.setProperty("patchbay.data", home.folder().toString());
        if (System.getProperty(CONFIGURATION) == null) {
            Path file = Files.exists(own) ? own : distribution.conf().resolve("logback.xml");
            System.setProperty(CONFIGURATION, file.toString());
        }
    }
}
