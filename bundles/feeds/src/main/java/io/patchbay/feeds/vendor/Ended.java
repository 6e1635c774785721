package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Value;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor has ended and no feed speaks of any more: it is to be found and removed, never to be installed.
 *
 * @param of how it is found and removed
 * @param version the last one
 * @param released the day of that
 * @param endOfLife the day after which it was no longer maintained
 */
record Ended(
        PackageTemplate of,
        Version version,
        @Nullable LocalDate released,
        @Nullable LocalDate endOfLife,
        String text,
        URI page) {
    static Ended read(Value entry, PackageReader packages) throws FeedException {
        Keys.check(entry, "version", "scheme", "released", "ended", "text", "page", "package");
        VersionScheme scheme = scheme(entry.get("scheme"));
        return new Ended(
                packages.entry(entry.get("package")).get(0),
                Version.of(scheme, entry.get("version").version(scheme)),
                day(entry.find("released")),
                day(entry.find("ended")),
                entry.get("text").text(),
                URI.create(entry.get("page").text()));
    }

    private static VersionScheme scheme(Value name) throws FeedException {
        for (VersionScheme scheme : VersionScheme.values()) {
            if (scheme.name().equals(name.text())) {
                return scheme;
            }
        }
        throw name.failure("one of " + List.of(VersionScheme.values()));
    }

    private static @Nullable LocalDate day(Optional<Value> day) throws FeedException {
        return day.isPresent() ? day.get().day() : null;
    }

    Update update(Vendor vendor, String document) {
        Words words = Words.of(version);
        WindowsPackage last = of.fill(vendor, version, words, of.file(words));
        UpdateId id = UpdateId.of(vendor.id(), last.line().product(), version.canonical());
        return new VendorRelease(document)
                .released(released)
                .endOfLife(endOfLife)
                .described(text, List.of(page), null, document)
                .of(id, last, List.of(), document)
                .revision(0, PublicationState.EXPIRED)
                .build();
    }
}
