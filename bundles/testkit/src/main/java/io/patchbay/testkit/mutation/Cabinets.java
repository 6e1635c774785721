package io.patchbay.testkit.mutation;

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.Member;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Cabinets, taken apart and put together again: whatever is done to their bytes, a checksum would notice. */
final class Cabinets {
    private Cabinets() {}

    static boolean isCabinet(byte[] document) {
        return document.length > 4
                && document[0] == 'M'
                && document[1] == 'S'
                && document[2] == 'C'
                && document[3] == 'F';
    }

    /** The cabinet with one member changed, and none of its members compressed. */
    static byte[] withMember(byte[] cabinet, SplittableRandom random, UnaryOperator<byte[]> change) {
        try (CabinetReader reader = new CabinetReader(new ByteArrayInputStream(cabinet), CabinetLimits.DEFAULT)) {
            int chosen = random.nextInt(Math.max(1, reader.members().size()));
            CabinetWriter writer = CabinetWriter.stored();
            int index = 0;
            for (Member member = reader.next(); member != null; member = reader.next()) {
                byte[] content = reader.content().readAllBytes();
                byte[] mutant = index++ == chosen ? change.apply(content) : content;
                writer.add(member.name(), member.modified(), new ByteArrayInputStream(mutant));
            }
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            writer.writeTo(packed);
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("expected a cabinet that can be read", e);
        }
    }
}
