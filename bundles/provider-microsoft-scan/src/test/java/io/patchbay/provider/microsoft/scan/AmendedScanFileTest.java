package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.provider.microsoft.scan.OneDocument.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan file after another one: what is the same is not read again, and what comes out is the same as if it had been. */
class AmendedScanFileTest {
    private final Effort effort = new Effort();

    private Map<UpdateId, Update> updates(byte[] file, byte[] before) throws Exception {
        Read known = new OneDocument(before).read(new Effort());
        Read amended = new OneDocument(file).after(known).read(effort);
        assertArrayEquals(new OneDocument(file).read(new Effort()).notes(), amended.notes());
        return amended.updates();
    }

    private void assertEffort(int shards, int fragments) {
        assertEquals(List.of(shards, fragments), List.of(effort.shardsDecoded.get(), effort.fragmentsParsed.get()));
    }

    @Test
    void givesTheSameAsIfEverythingWereRead() throws Exception {
        int spared = 0;
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            ScanWorld world = new ScanWorld(random);
            world.change();
            world.change();
            byte[] before = world.file();
            world.change();
            byte[] after = world.file();
            Map<UpdateId, Update> all = new OneDocument(after).updates();
            Map<UpdateId, Update> amended = updates(after, before);
            assertEquals(new ArrayList<>(all.values()), new ArrayList<>(amended.values()), "seed " + seed);
            assertEquals(
                    List.copyOf(all.values()), List.copyOf(updates(after, after).values()), "seed " + seed);
            spared += ScanWorld.SHARDS + 1;
        }
        assertTrue(effort.shardsDecoded.get() < spared, "no shard was spared");
    }

    @Test
    void readsNothingOfTheSameFile() throws Exception {
        byte[] file = new ScanWorld(new Random(1)).file();
        assertEquals(new OneDocument(file).updates(), updates(file, file));
        assertEffort(0, 0);
    }

    @Test
    void readsANewShardOnly() throws Exception {
        ScanWorld world = new ScanWorld(new Random(2));
        byte[] before = world.file();
        world.publish();
        byte[] after = world.file();
        assertEquals(new OneDocument(after).updates(), updates(after, before));
        assertEffort(1, 2);
    }

    @Test
    void readsTheFragmentsOfARevisionWhoseRowChanged() throws Exception {
        ScanWorld world = new ScanWorld(new Random(3));
        byte[] before = world.file();
        world.refile(5);
        byte[] after = world.file();
        assertEquals(new OneDocument(after).updates(), updates(after, before));
        assertEffort(1, 2);
    }

    @Test
    void parsesOnlyTheRevisionOfAShardWhoseFragmentsChanged() throws Exception {
        ScanWorld world = new ScanWorld(new Random(4));
        byte[] before = world.file();
        world.retitle(5);
        byte[] after = world.file();
        assertEquals(new OneDocument(after).updates(), updates(after, before));
        assertEffort(1, 2);
    }

    @Test
    void readsWhatIsInAnotherShardThanItWas() throws Exception {
        ScanWorld world = new ScanWorld(new Random(5));
        byte[] before = world.file();
        world.move(ScanWorld.REVISIONS);
        byte[] after = world.file();
        assertEquals(new OneDocument(after).updates(), updates(after, before));
        assertEffort(2, 2);
    }

    @Test
    void readsShardsAgainThatThereWasNoRoomToNote() throws Exception {
        byte[] file = new ScanWorld(new Random(7)).file();
        int all = new OneDocument(file).read(new Effort()).notes().length;
        Read known = new OneDocument(file).read(all / ScanWorld.SHARDS * 2, new Effort());
        assertTrue(known.notes().length > 0, "nothing was noted");
        assertEquals(
                known.updates(), new OneDocument(file).after(known).read(effort).updates());
        assertEffort(2, 2 * 2 * ScanWorld.REVISIONS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 40, 60})
    void readsEverythingAfterNotesThatWereCutOff(int length) throws Exception {
        byte[] file = new ScanWorld(new Random(6)).file();
        Read known = new OneDocument(file).read(new Effort());
        Read cut = known.withNotes(Arrays.copyOf(known.notes(), length));
        assertEquals(
                known.updates(), new OneDocument(file).after(cut).read(effort).updates());
        assertEffort(ScanWorld.SHARDS, 2 * ScanWorld.SHARDS * ScanWorld.REVISIONS);
    }
}
