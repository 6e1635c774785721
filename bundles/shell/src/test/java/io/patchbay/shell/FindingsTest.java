package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Findings findings = new Findings();
    private final Update update =
            Update.builder(UpdateId.of("example", "one"), UpdateType.SOFTWARE).build();

    @Test
    void keepsWhatIsFound() throws Exception {
        findings.accept(update);
        assertEquals(1, findings.updates().size());
        assertDoesNotThrow(() -> findings.requireAny("case"));
    }

    @Test
    void anIdIsGivenOnce() throws Exception {
        findings.accept(update);
        assertThrows(FeedException.class, () -> findings.accept(update));
    }

    @Test
    void nothingIsAFailure() {
        assertThrows(CommandException.class, () -> findings.requireAny("case"));
    }
}
