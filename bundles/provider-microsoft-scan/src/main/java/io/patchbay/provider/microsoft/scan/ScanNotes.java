package io.patchbay.provider.microsoft.scan;

import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** What was noted of the scan file before, shard by shard. */
record ScanNotes(Map<String, ShardNotes> shards) {
    static final ScanNotes NONE = new ScanNotes(Map.of());

    /** Reads the notes of shards that follow each other. */
    static ScanNotes read(ByteBuffer notes) {
        Map<String, ShardNotes> shards = new HashMap<>();
        try {
            while (notes.hasRemaining()) {
                ShardNotes shard = ShardNotes.read(notes);
                shards.put(shard.name(), shard);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // They were whole once. Whatever became of them, the scan file says everything by itself.
            return NONE;
        }
        return new ScanNotes(shards);
    }

    ShardNotes of(Shard shard) {
        return shards.getOrDefault(shard.name(), ShardNotes.NONE);
    }
}
