package io.patchbay.provider.oracle.java;

import io.patchbay.feeds.XmlRecord;
import io.patchbay.feeds.vendor.Offers;
import io.patchbay.model.Rollout;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Java 8's own updater reads: a map from installed versions to descriptors, and a descriptor of what they get. */
final class UpdateMap {
    private static final Comparator<String> ORDER = VersionScheme.JAVA_8.comparator();
    private static final Pattern DESCRIPTOR =
            Pattern.compile("https://.*/(au-descriptor-(1\\.8\\.0_[0-9]{1,4}-b[0-9]{2})\\.xml)");
    private static final Pattern ADDRESS =
            Pattern.compile("(https://javadl\\.oracle\\.com/[A-Za-z0-9_./-]{1,200}/jre-8u[0-9]{1,4}-windows)-au\\.exe");

    private UpdateMap() {}

    /**
     * What the updater installs.
     *
     * @param version {@code 1.8.0_491-b10}
     * @param address the beginning of the installers' addresses, {@code …/jre-8u491-windows}
     */
    record Offer(String version, String address) {
        /** Whether it is of this release. */
        boolean isOf(String release) {
            return ORDER.compare(update(), release) == 0;
        }

        /** How far a release has come: the updater offers it, or an older one. */
        Rollout rollout(String release) {
            return Offers.of(VersionScheme.JAVA_8, List.of(this), Offer::update).rollout(release);
        }

        /** The address of an installer, which differs from the updater's own only in its end. */
        URI installer(String file) {
            return URI.create(address.substring(0, address.lastIndexOf('/') + 1) + file);
        }

        private String update() {
            return version.replaceAll("-b.*", "");
        }
    }

    /** The name of the descriptor of the highest version, wherever in the map it stands; those of customers' builds do not count. */
    static String newestDescriptor(Snapshot snapshot, String map) throws IOException, FeedException {
        return XmlRecord.all(snapshot, map).stream()
                .map(mapping -> DESCRIPTOR.matcher(mapping.text("url")))
                .filter(Matcher::matches)
                .max(Comparator.comparing(descriptor -> descriptor.group(2), ORDER))
                .map(descriptor -> descriptor.group(1))
                .orElseThrow(() -> new FeedException(map, "mapping", "expected descriptors, found none"));
    }

    /** What a descriptor offers. It says so once for each language; the last block in English counts. */
    static Offer offer(Snapshot snapshot, String descriptor) throws IOException, FeedException {
        return XmlRecord.all(snapshot, descriptor).stream()
                .filter(information -> "en".equals(information.attributes().get("lang")))
                .reduce((first, last) -> last)
                .flatMap(UpdateMap::offer)
                .orElseThrow(() -> new FeedException(
                        descriptor, "information", "expected version and address in English, found none"));
    }

    private static Optional<Offer> offer(XmlRecord information) {
        String version = information.text("version");
        Matcher address = ADDRESS.matcher(information.text("url"));
        boolean valid = VersionScheme.JAVA_8.accepts(version) && address.matches();
        return valid ? Optional.of(new Offer(version, address.group(1))) : Optional.empty();
    }
}
