package io.patchbay.cabinet;

import java.util.List;

/** Turns the bytes of one folder into data blocks. */
interface Encoder {
    /** The word by which a folder declares the compression. */
    int compression();

    /** Encodes up to 32 KiB that follow what was encoded before; only the last piece of a folder may be shorter. */
    void encode(byte[] bytes, int length);

    /** Ends the folder and gives its blocks. */
    List<EncodedBlock> finish();
}
