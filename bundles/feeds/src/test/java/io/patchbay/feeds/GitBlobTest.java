package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GitBlobTest {
    @Test
    void namesAContentAsGitDoes() throws IOException {
        byte[] content = "test content\n".getBytes(StandardCharsets.UTF_8);
        assertEquals("d670460b4b4aece5915caf5c68d12f560a9fe3e4", GitBlob.name(new ByteArrayInputStream(content)));
    }
}
