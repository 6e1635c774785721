package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderDeployerTest {
    private static final Duration DEFAULT = Duration.ofSeconds(20);

    @Test
    void givesAProviderTheTimeToStartThatIsConfigured() {
        assertEquals(DEFAULT, FolderDeployer.deadline(null));
        assertEquals(Duration.ofSeconds(90), FolderDeployer.deadline(" 90 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "30 s", "PT30S", "9999999999"})
    void takesWhatIsNoTimeForNone(String seconds) {
        assertEquals(DEFAULT, FolderDeployer.deadline(seconds));
    }
}
