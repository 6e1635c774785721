package io.patchbay.deployer;

import io.patchbay.isolation.Isolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Isolates when told to; its stand-ins are good bundles of this process. */
final class TestIsolation implements Isolation {
    boolean isOn;
    boolean isAble = true;

    @Override
    public boolean isolates(String symbolicName) {
        return isOn;
    }

    @Override
    public InputStream standIn(Path jar) throws IOException {
        if (!isAble) {
            throw new IOException("has a provider that only a configuration makes");
        }
        return new ByteArrayInputStream(
                SampleJar.of("1.0.0").with("Bundle-Name", "stand-in").bytes());
    }
}
