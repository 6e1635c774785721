package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A stream through a scan file that steps from member to member, and only forward. */
final class ScanStream implements Closeable {
    private final CabinetReader cabinet;
    private int passed;

    ScanStream(Snapshot snapshot) throws IOException, FeedException {
        InputStream in = snapshot.open(ScanFile.NAME);
        try {
            cabinet = new CabinetReader(ScanFile.NAME, in, ScanFile.LIMITS);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    CabinetReader cabinet() {
        return cabinet;
    }

    /** Whether the member, numbered from 0, is still ahead. */
    boolean isBefore(int member) {
        return passed <= member;
    }

    /** Makes something of a member's content. */
    interface Use<T> {
        T of(InputStream content) throws IOException, FeedException;
    }

    /** Damage on the way is said to be in the member. */
    <T> T read(int member, Use<T> use) throws IOException, FeedException {
        try {
            return use.of(content(member));
        } catch (CabinetException e) {
            String name = cabinet.members().get(member).name();
            throw new FeedException(ScanFile.NAME, name, String.valueOf(e.getMessage()), e);
        }
    }

    private InputStream content(int member) {
        while (isBefore(member)) {
            cabinet.next();
            passed++;
        }
        return cabinet.content();
    }

    @Override
    public void close() throws IOException {
        cabinet.close();
    }
}
