package io.patchbay.cabinet;

import io.patchbay.cabinet.CabinetBytes.Block;
import io.patchbay.cabinet.CabinetBytes.Field;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages a cabinet, each time in another way, always the same ways: its bytes, its length, its numbers, the order of its blocks. */
public final class Mutator {
    private final byte[] intact;
    private final byte[] unchecked;
    private final SplittableRandom random;
    private final List<Field> fields;
    private final List<Block> blocks;
    private int round;

    /** Damages this intact cabinet. */
    public Mutator(byte[] cabinet) {
        CabinetBytes known = new CabinetBytes(cabinet);
        intact = cabinet;
        fields = known.fields();
        blocks = known.blocks();
        unchecked = known.withoutChecksums().toArray();
        random = new SplittableRandom(cabinet.length);
    }

    /** The next mutant; of every second the checksums are switched off, so that the damage reaches the decoders. */
    public byte[] next() {
        byte[] cabinet = round++ % 2 == 0 ? intact : unchecked;
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(cabinet, random.nextInt(cabinet.length));
            case 1 -> swapped(cabinet);
            case 2, 3, 4 -> withExtremes(cabinet);
            default -> withDamagedBytes(cabinet.clone());
        };
    }

    private byte[] swapped(byte[] cabinet) {
        int one = random.nextInt(blocks.size());
        int other = random.nextInt(blocks.size());
        if (one == other) {
            return withExtremes(cabinet);
        }
        return new CabinetBytes(cabinet).swapped(blocks.get(Math.min(one, other)), blocks.get(Math.max(one, other)));
    }

    /** One to three numbers that are as large or small as can be, or just next to the right ones. */
    private byte[] withExtremes(byte[] cabinet) {
        CabinetBytes mutant = new CabinetBytes(cabinet);
        for (int i = random.nextInt(3); i >= 0; i--) {
            Field field = fields.get(random.nextInt(fields.size()));
            long right = mutant.get(field);
            long most = (1L << field.width() * Byte.SIZE) - 1;
            long[] extremes = {0, 1, most, most - 1, most / 2, most / 2 + 1, right - 1, right + 1, 2 * right};
            mutant.put(field, extremes[random.nextInt(extremes.length)]);
        }
        return mutant.toArray();
    }

    /** One to four places, half of the time in the tables. */
    private byte[] withDamagedBytes(byte[] mutant) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            int reach = random.nextBoolean() ? Math.min(mutant.length, 128) : mutant.length;
            damage(mutant, random.nextInt(reach));
        }
        return mutant;
    }

    private void damage(byte[] mutant, int at) {
        int end = Math.min(mutant.length, at + random.nextInt(1, 9));
        switch (random.nextInt(9)) {
            case 0 -> Arrays.fill(mutant, at, end, (byte) 0);
            case 1 -> Arrays.fill(mutant, at, end, (byte) 0xFF);
            case 2 -> System.arraycopy(mutant, random.nextInt(at + 1), mutant, at, end - at);
            case 3, 4, 5 -> mutant[at] = (byte) random.nextInt(256);
            default -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        }
    }
}
