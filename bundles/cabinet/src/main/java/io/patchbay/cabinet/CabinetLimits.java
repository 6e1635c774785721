package io.patchbay.cabinet;

/**
 * What a reader accepts. The sizes a cabinet declares are checked when it is opened; decoding then never gives more
 * than declared.
 *
 * @param members how many members at most
 * @param memberBytes the largest size a member may declare
 * @param cabinetBytes the largest size that all folders together may declare, unused stretches between members included
 */
public record CabinetLimits(int members, long memberBytes, long cabinetBytes) {
    /**
     * As many members as the format allows, of 1 GiB at most, 4 GiB together: several times what Microsoft's feeds
     * hold.
     */
    public static final CabinetLimits DEFAULT = new CabinetLimits(65_535, 1L << 30, 1L << 32);

    /** Refuses negative limits with {@link IllegalArgumentException}. */
    public CabinetLimits {
        if (members < 0 || memberBytes < 0 || cabinetBytes < 0) {
            throw new IllegalArgumentException("a limit is negative");
        }
    }
}
