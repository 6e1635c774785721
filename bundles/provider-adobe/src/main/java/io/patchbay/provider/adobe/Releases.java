package io.patchbay.provider.adobe;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Licensing;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the updates: patches of what is installed, and installers for where nothing is. */
final class Releases {
    private static final Eula LICENCE =
            new Eula("Adobe General Terms of Use", Map.of("en", "https://www.adobe.com/legal/terms.html"), false);

    private final List<Bulletin> bulletins;

    Releases(List<Bulletin> bulletins) {
        this.bulletins = bulletins;
    }

    /** The patch that brings an installation to a release, as far as the release notes tell. */
    Update patch(AcrobatPackage of, ReleaseNote note) {
        String digits = note.version().replace(".", "");
        Version version = new Version(note.scheme(), note.version(), note.version(), note.version(), digits);
        Security security = Bulletin.about(note.version(), bulletins);
        WindowsPackage patches = of.patches();
        ContentFile file = file(of.patch(note.version()), of.address(note.version()), null);
        Update.Builder update = patches.update(
                        "adobe", version, note.released(), security != null, file, AdobeProvider.NOTES.name())
                .description(
                        Description.english(patches.title(version), note.kind()).withLinks(List.of(), note.page()),
                        AdobeProvider.NOTES.name());
        return rated(update, security);
    }

    /** The whole of Reader in a language; in the catalogue it is an application, because a patch is less to download. */
    Update installer(Installer installer, URI address) {
        String name = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        String language = name.replaceAll(".*[0-9]_|\\.exe$", "").replace('_', '-');
        boolean all = language.equals("MUI");
        WindowsPackage of = new AcrobatPackage(
                        AcrobatPackage.READER, AcrobatPackage.CONTINUOUS, installer.architecture(), all)
                .installers(language);
        Version version = Version.of(VersionScheme.ADOBE_CONTINUOUS, installer.version());
        String document = AdobeProvider.DOWNLOADS.name() + '/' + installer.downloadName();
        Update.Builder update = of.update(
                        "adobe", version, null, false, file(name, address, all ? null : language), document)
                .release(application(of, version), document)
                .licensing(new Licensing(LICENCE, Acquisition.DOWNLOADABLE), document);
        return rated(update, Bulletin.about(installer.version(), bulletins));
    }

    private static Release application(WindowsPackage of, Version version) {
        return Release.of(
                of.vendor(),
                List.of(of.product()),
                version,
                of.line(),
                of.line().architecture(),
                List.of(),
                Classification.APPLICATIONS,
                null);
    }

    private static Update rated(Update.Builder update, @Nullable Security security) {
        return security == null
                ? update.build()
                : update.security(security, document(security)).build();
    }

    private static String document(Security security) {
        return AdobeProvider.BULLETINS.name() + '/'
                + security.bulletins().get(0).toLowerCase(Locale.ROOT) + ".html";
    }

    private static ContentFile file(String name, URI address, @Nullable String language) {
        return new ContentFile(name, -1, List.of(), List.of(address), language, ContentFile.Patching.SELF_CONTAINED);
    }

    /**
     * A patch with what a catalogue says of it: size and digest, rules, restart, and a rating if no bulletin has one. What it replaces, its line
     * says; the catalogue's ids are not used.
     */
    static Update completed(Update patch, Update known) {
        boolean rated = patch.security().severity() != Severity.UNSPECIFIED;
        String catalog = known.sources().values().iterator().next();
        Update.Builder update = Update.builder(patch.id(), UpdateType.SOFTWARE)
                .revision(0, known.publication())
                .release(patch.release(), AdobeProvider.NOTES.name())
                .description(patch.description(), AdobeProvider.NOTES.name())
                .security(rated ? patch.security() : known.security(), rated ? document(patch.security()) : catalog)
                .files(known.files(), catalog)
                .applicability(known.applicability(), catalog);
        return update.installation(blocked(known.installation()), catalog).build();
    }

    /** Catalogues do not name the programs that must not run meanwhile. */
    private static Installation blocked(Installation known) {
        TreeMap<String, String> attributes = new TreeMap<>(known.attributes());
        attributes.put(WindowsPackage.BLOCKING_PROCESSES, AcrobatPackage.BLOCKING);
        return new Installation(
                known.handler(),
                known.file(),
                known.arguments(),
                known.uninstall(),
                known.returnCodes(),
                known.reboot(),
                known.impact(),
                known.requestsInput(),
                known.requiresNetwork(),
                attributes);
    }
}
