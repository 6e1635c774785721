package io.patchbay.provider.mozilla;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Applicability;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Installation;
import io.patchbay.model.Licensing;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.provider.mozilla.Installers.Kind;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The updates of one release: one for each kind of installer.
 *
 * @param sums the name of the document that lists its installers
 * @param advisories what it fixes; empty while nothing is announced
 * @param otherLines see {@link InstalledRules}
 */
record ReleaseUpdates(MozillaRelease release, String sums, List<Advisory> advisories, List<Integer> otherLines) {
    Update update(Kind kind, List<ContentFile> files) {
        UpdateId id = UpdateId.of(
                MozillaProvider.ID,
                release.product(),
                release.canonical(),
                kind.architecture().title(),
                kind.packageType());
        String versions = release.application().versions().name();
        Update.Builder update = Update.builder(id, UpdateType.SOFTWARE)
                .release(release(kind, files), versions)
                .description(description(kind), versions)
                .licensing(Licensing.FREE, versions)
                .files(files, sums)
                .applicability(applicability(kind), versions)
                .installation(installation(kind), versions);
        if (!advisories.isEmpty()) {
            update.security(Advisories.security(advisories), advisories.get(0).document());
        }
        return update.build();
    }

    private Release release(Kind kind, List<ContentFile> files) {
        return Release.of(
                MozillaProvider.VENDOR,
                List.of(release.catalogued()),
                release.version(),
                release.line(kind.architecture(), kind.packageType()),
                kind.architecture(),
                files.stream()
                        .map(file -> Objects.requireNonNull(file.language()))
                        .toList(),
                classification(),
                released());
    }

    private Classification classification() {
        if (!advisories.isEmpty()) {
            return Classification.SECURITY_UPDATES;
        }
        return release.isMajor() ? Classification.UPGRADES : Classification.UPDATES;
    }

    private @Nullable LocalDate released() {
        boolean known = release.date() != null || advisories.isEmpty();
        return known ? release.date() : advisories.get(0).announced().day();
    }

    private Description description(Kind kind) {
        String title = "Mozilla %s %s (%s, %s)"
                .formatted(
                        release.product(),
                        release.canonical(),
                        kind.architecture().title(),
                        kind.packageType());
        String text = advisories.stream().map(Advisory::title).collect(Collectors.joining("\n"));
        List<URI> pages = advisories.stream().map(a -> URI.create(a.page())).toList();
        URI notes = URI.create(release.application().releaseNotes(release));
        return Description.english(title, text).withLinks(pages, notes);
    }

    private Applicability applicability(Kind kind) {
        return new InstalledRules(release, kind.architecture(), otherLines).applicability();
    }

    /** On 64-bit Windows both architectures may be installed: each has its own folder, and only that one is to go. */
    private Installation installation(Kind kind) {
        String folder = WindowsPackage.programFiles(kind.architecture());
        String uninstall = '"' + folder + "\\Mozilla " + release.application().title() + "\\uninstall\\helper.exe\" /S";
        String program = release.application().folder() + ".exe";
        return kind.packageType().equals("msi")
                ? WindowsPackage.msi(program, uninstall)
                : WindowsPackage.exe("/S /PreventRebootRequired=true", uninstall, program);
    }
}
