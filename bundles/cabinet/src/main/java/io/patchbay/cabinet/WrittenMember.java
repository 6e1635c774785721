package io.patchbay.cabinet;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/**
 * A member of a cabinet that is being made.
 *
 * @param name its name
 * @param modified when it was modified
 * @param folder the index of its folder
 * @param offset where in the folder it begins
 * @param size its size
 */
record WrittenMember(String name, LocalDateTime modified, int folder, long offset, long size) {
    byte[] encodedName() {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
