package io.patchbay.cabinet;

import dorkbox.cabParser.CabStreamSaver;
import dorkbox.cabParser.structure.CabFileEntry;
import java.io.OutputStream;

/** Has the other library put all members into one stream. */
final class Collector implements CabStreamSaver {
    private final OutputStream all;

    Collector(OutputStream all) {
        this.all = all;
    }

    @Override
    public OutputStream openOutputStream(CabFileEntry member) {
        return all;
    }

    @Override
    public void closeOutputStream(OutputStream stream, CabFileEntry member) {}

    @Override
    public boolean saveReservedAreaData(byte[] bytes, int length) {
        return false;
    }
}
