package io.patchbay.feeds.sdp;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.model.UpdateId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.SortedSet;

/**
 * Writes a catalogue: a cabinet of one XML with all packages (V1), which every importer of such catalogues understands.
 *
 * <p>What the schema has no way to say is not guessed at: an update with two files, a file without a SHA-1, a rule of a
 * language that SDP does not have, and so on, is left out, and the reason is told. Only lengths give way: titles are
 * cut after 199 characters and descriptions after 1,499, with an ellipsis; of several KB articles the first stands; the
 * first bulletin stands as such if it has at most 15 characters, the others among the CVEs, each at most 40. A
 * description that is empty is the title again.
 *
 * <p>Packages are taken one after the other while the cabinet is made, so a catalogue may have any number of them.
 */
public final class SdpWriter {
    /** Is told what is left out, and what the catalogue lacks. */
    @FunctionalInterface
    public interface Refusals {
        /**
         * Told once for each package that is left out.
         *
         * @param refused what cannot be expressed
         * @param reason why, such as {@code it has no title}
         */
        void refused(SdpPackage refused, String reason);

        /**
         * Told once, when all are written, for each package that names packages which are not in the catalogue. They are those of a group of
         * prerequisites of which none is there, and bundled packages: whoever imports the catalogue must have them from elsewhere, as a
         * server has Microsoft's detectoids, or cannot import the package.
         *
         * @param written the package
         * @param missing what it names
         */
        default void unresolved(UpdateId written, SortedSet<UpdateId> missing) {}
    }

    private SdpWriter() {}

    /**
     * Writes a cabinet; the stream stays open.
     *
     * @param packages what to write; the same packages give the same bytes
     * @param name the name of the catalogue, which its XML gets
     * @param modified the time of the XML in the cabinet
     * @param refusals told what is left out, and what is named and not there
     * @return how many packages were written
     */
    public static long write(
            Iterator<SdpPackage> packages, String name, LocalDateTime modified, Refusals refusals, OutputStream out)
            throws IOException {
        CabinetWriter cabinet = CabinetWriter.mszip();
        CatalogStream xml = new CatalogStream(packages, refusals);
        cabinet.add(name + ".xml", modified, xml);
        cabinet.writeTo(out);
        return xml.written();
    }
}
