package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;

/** A body that does not end before its connection does. */
final class EndChecked extends ByBlocks {
    private final Connection connection;
    private boolean checked;

    EndChecked(InputStream in, Connection connection) {
        super(in);
        this.connection = connection;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = in.read(buffer, offset, count);
        if (read < 0 && !checked) {
            checked = true;
            connection.checkEnd();
        }
        return read;
    }
}
