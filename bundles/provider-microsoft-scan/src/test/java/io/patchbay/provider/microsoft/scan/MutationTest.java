package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever happens to a scan file, it is refused with the exceptions that the engine expects, or read. */
class MutationTest {
    private static boolean isRefused(byte[] scanFile) {
        try {
            new OneDocument(scanFile).updates();
            return false;
        } catch (IOException | FeedException expected) {
            return true;
        }
    }

    @Test
    void refusesAFileCutShortAnywhere() throws Exception {
        byte[] file = PatchTuesdays.september();
        for (int length = 0; length < file.length; length += 37) {
            byte[] cut = Arrays.copyOf(file, length);
            assertTrue(isRefused(cut), "cut at " + length);
        }
    }

    @Test
    void survivesFlippedBytes() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        for (byte[] file : new byte[][] {PatchTuesdays.august(), PatchTuesdays.september()}) {
            Random random = new Random(7);
            for (int round = 0; round < 500; round++) {
                byte[] damaged = file.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
                }
                refused.addAndGet(isRefused(damaged) ? 1 : 0);
            }
        }
        assertTrue(refused.get() > 0, "no damage was noticed");
    }

    @Test
    void refusesWhatIsNoCabinet() {
        assertThrows(FeedException.class, () -> new OneDocument(new byte[100]).updates());
    }
}
