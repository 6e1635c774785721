package io.patchbay.provider.adobe;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Applicability;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Installation.ReturnCode;
import io.patchbay.model.Licensing;
import io.patchbay.model.Line;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the updates: patches of what is installed, and installers for where nothing is. */
final class Releases {
    private static final Map<String, String> BLOCKING =
            Map.of(WindowsPackage.BLOCKING_PROCESSES, "Acrobat.exe AcroRd32.exe");
    private static final Eula LICENCE =
            new Eula("Adobe General Terms of Use", Map.of("en", "https://www.adobe.com/legal/terms.html"), false);

    private final List<Bulletin> bulletins;

    Releases(List<Bulletin> bulletins) {
        this.bulletins = bulletins;
    }

    /** The patch that brings an installation to a release, as far as the release notes tell. */
    Update patch(AcrobatPackage of, ReleaseNote note) {
        String document = AdobeProvider.NOTES.name();
        Line line = of.line(of.languages(), "msp");
        Version version = new Version(
                note.scheme(),
                note.version(),
                note.version(),
                note.version(),
                note.version().replace(".", ""));
        Security security = Bulletin.about(note.version(), bulletins);
        String name = of.patch(note.version());
        Update.Builder update = builder(line, version)
                .release(release(of, version, line, kind(security), note.released()), document)
                .description(
                        Description.english(title(line, version), note.kind()).withLinks(List.of(), note.page()),
                        document)
                .files(List.of(file(name, of.address(note.version()), null)), document)
                .applicability(
                        Applicability.of(
                                of.installed("GreaterThanOrEqualTo", note.version()),
                                of.installed("LessThan", note.version())),
                        document)
                .installation(setup(Handler.MSP, name, "/qn /norestart"), document);
        return rated(update, security);
    }

    private static Update rated(Update.Builder update, @Nullable Security security) {
        return security == null
                ? update.build()
                : update.security(security, document(security)).build();
    }

    private static Classification kind(@Nullable Security security) {
        return security == null ? Classification.UPDATES : Classification.SECURITY_UPDATES;
    }

    private static String document(Security security) {
        return AdobeProvider.BULLETINS.name() + '/'
                + security.bulletins().get(0).toLowerCase(Locale.ROOT) + ".html";
    }

    /** The whole of Reader in a language; in the catalogue it is an application, because a patch is less to download. */
    Update installer(Installer installer, URI address) {
        String name = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        String language = name.replaceAll(".*[0-9]_|\\.exe$", "").replace('_', '-');
        AcrobatPackage of = new AcrobatPackage(
                AcrobatPackage.READER, AcrobatPackage.CONTINUOUS, installer.architecture(), language.equals("MUI"));
        Line line = of.line(language, "exe");
        Version version = Version.of(VersionScheme.ADOBE_CONTINUOUS, installer.version());
        String document = AdobeProvider.DOWNLOADS.name() + '/' + installer.downloadName();
        Security security = Bulletin.about(installer.version(), bulletins);
        Update.Builder update = builder(line, version)
                .release(release(of, version, line, Classification.APPLICATIONS, null), document)
                .description(Description.english(title(line, version), ""), document)
                .files(List.of(file(name, address, of.multilingual() ? null : language)), document)
                .licensing(new Licensing(LICENCE, Acquisition.DOWNLOADABLE), document)
                .applicability(Applicability.of(of.exists(), AcrobatPackage.noReader(of.architecture())), document)
                .installation(setup(Handler.COMMAND_LINE, name, "-sfx_nu /sAll /rs /msi EULA_ACCEPT=YES"), document);
        return rated(update, security);
    }

    private static Update.Builder builder(Line line, Version version) {
        UpdateId id = UpdateId.of(
                "adobe",
                line.product(),
                version.canonical(),
                line.architecture().title(),
                line.languages(),
                line.packageType());
        return Update.builder(id, UpdateType.SOFTWARE);
    }

    private static String title(Line line, Version version) {
        String languages = line.languages().isEmpty() ? "" : line.languages() + ", ";
        return "Adobe " + line.product() + ' ' + version.display() + " ("
                + line.architecture().title() + ", " + languages + line.packageType() + ')';
    }

    private static Release release(
            AcrobatPackage of, Version version, Line line, Classification kind, @Nullable LocalDate released) {
        return Release.of(
                AcrobatPackage.VENDOR,
                List.of(of.catalogued()),
                version,
                line,
                of.architecture(),
                List.of(),
                kind,
                released);
    }

    private static ContentFile file(String name, URI address, @Nullable String language) {
        return new ContentFile(name, -1, List.of(), List.of(address), language, ContentFile.Patching.SELF_CONTAINED);
    }

    private static Installation setup(Handler handler, String file, String arguments) {
        return new Installation(
                handler,
                file,
                arguments,
                null,
                ReturnCode.WINDOWS_INSTALLER,
                Reboot.CAN_REQUEST,
                Installation.Impact.NORMAL,
                false,
                false,
                new TreeMap<>(BLOCKING));
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
        attributes.putAll(BLOCKING);
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
