package io.patchbay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.config.WrongConfiguration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogBridgeTest {
    /** As the log service hands over whatever was thrown. */
    private static Exception logged(Exception thrown, Exception cause) {
        return new Exception(thrown.toString(), cause);
    }

    @Test
    void leavesAMessageWithoutAFailureAsItIs() {
        assertEquals("did it", LogBridge.message("did it", null));
    }

    @Test
    void needsNoStackToSayWhatIsConfiguredWrong() {
        Exception wrong = new WrongConfiguration(Map.of("service.pid", "io.patchbay.sdp"), "vendor must be a name");
        assertTrue(LogBridge.isPlain(LogBridge.message("failed", logged(wrong, wrong))));
        assertFalse(LogBridge.isPlain(LogBridge.message("failed", logged(new IllegalStateException(), wrong))));
    }

    @Test
    void needsNoStackToSayThatAFailedComponentIsNotThere() {
        assertTrue(LogBridge.isPlain("FrameworkEvent ERROR: Service factory returned null. (Component: 35)"));
    }

    @Test
    void saysWhyAComponentFailed() {
        Exception disk = new Exception("java.io.IOException: the disk\nis full");
        Exception open = logged(new IllegalStateException("cannot open catalog.db"), disk);
        Exception reflection = logged(new java.lang.reflect.InvocationTargetException(null), open);
        assertEquals(
                "error during activation: java.lang.IllegalStateException: cannot open catalog.db",
                LogBridge.message("error during activation", reflection));
        assertEquals("failed: java.io.IOException: the disk is full", LogBridge.message("failed", disk));
        assertEquals("failed: null", LogBridge.message("failed", new Exception()));
    }
}
