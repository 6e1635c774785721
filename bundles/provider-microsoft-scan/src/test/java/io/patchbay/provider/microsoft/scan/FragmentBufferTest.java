package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fragments of any length stay as they are until the buffer is cleared, and it serves any number of shards. */
class FragmentBufferTest {
    private static final int LONGEST = 3 << 20;

    private final Random random = new Random(1);
    private final FragmentBuffer buffer = new FragmentBuffer();

    private byte[] content() {
        int[] lengths = {0, 1, 700, 90_000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, LONGEST - 1};
        byte[] content = new byte[lengths[random.nextInt(lengths.length)]];
        random.nextBytes(content);
        return content;
    }

    private void readShard(int count) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        List<Fragment> fragments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contents.add(content());
            fragments.add(buffer.read("x/" + i, new ByteArrayInputStream(contents.get(i)), LONGEST));
        }
        for (int i = 0; i < count; i++) {
            assertArrayEquals(contents.get(i), fragments.get(i).open().readAllBytes());
            assertEquals(contents.get(i).length, fragments.get(i).length());
            assertEquals("x/" + i, fragments.get(i).member());
        }
        buffer.clear();
    }

    @Test
    void holdsAllFragmentsOfAShard() throws Exception {
        readShard(40);
    }

    @Test
    void isUsedAgain() throws Exception {
        readShard(100);
        readShard(1);
        readShard(30);
        buffer.clear();
        readShard(100);
    }
}
