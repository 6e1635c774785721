package io.patchbay.provider.microsoft.catalog;

import io.patchbay.feeds.microsoft.Links;
import io.patchbay.feeds.microsoft.Titles;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Product;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateType;
import io.patchbay.provider.microsoft.catalog.Details.Replacement;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages about one update say together. */
final class CatalogUpdate {
    private static final Pattern SHA1 = Pattern.compile(".*_([0-9a-fA-F]{40})\\.[^.]*");
    private static final String ALL = "all";

    private final Found found;
    private final Update.Builder update;

    CatalogUpdate(Found found) throws FeedException {
        this.found = found;
        Release release = release(found.products(), found.classification(), "", List.of(), found.document());
        boolean driver = release.classification() == Classification.DRIVERS;
        this.update = Update.builder(found.id(), driver ? UpdateType.DRIVER : UpdateType.SOFTWARE)
                .release(release, found.document())
                .description(description(found.title(), "", "", List.of(), List.of(), null), found.document());
    }

    private Release release(
            List<String> products, String classification, String architectures, List<String> languages, String document)
            throws FeedException {
        Classification known = Words.classification(classification)
                .orElseThrow(() -> new FeedException(
                        document, found.id().toString(), "expected a classification, found " + classification));
        Architecture titled = Titles.architecture(found.title());
        return Release.of(
                "Microsoft",
                products.stream().map(name -> Product.named(name, "")).toList(),
                null,
                null,
                titled == Architecture.ANY ? Words.architecture(architectures) : titled,
                Languages.tags(languages),
                known,
                found.updated());
    }

    private static Description description(
            String title, String text, String uninstall, List<String> kbs, List<URI> moreInfo, @Nullable URI support) {
        List<String> articles = kbs.isEmpty() ? Titles.kbArticles(title) : kbs;
        Map<String, Description.Text> texts = Map.of("en", new Description.Text(title, text, uninstall));
        return Description.of("en", texts, articles, moreInfo, null, support);
    }

    /** Adds what the details page says, but not what the update replaces: of that the page has titles only, which are not unique. */
    CatalogUpdate with(Details details, String document) throws FeedException {
        String uninstall = Stream.of(details.uninstallNotes(), details.uninstallSteps())
                .filter(text -> !text.isEmpty())
                .reduce((notes, steps) -> notes + "\n" + steps)
                .orElse("");
        update.release(
                        release(
                                details.products().isEmpty() ? found.products() : details.products(),
                                details.classification().isEmpty() ? found.classification() : details.classification(),
                                details.architectures(),
                                details.languages(),
                                document),
                        document)
                .description(
                        description(
                                details.title(),
                                details.description(),
                                uninstall,
                                details.kbs(),
                                details.moreInfo(),
                                details.support()),
                        document)
                .security(security(details), document)
                .relationships(relationships(details), document)
                .installation(installation(details, document), document);
        return this;
    }

    private static Security security(Details details) {
        String word = details.severity();
        Severity severity = Severity.titled(word).orElse(Severity.UNSPECIFIED);
        return new Security(severity, word.isEmpty() ? null : word, details.bulletins(), List.of());
    }

    private static Relationships relationships(Details details) {
        return Relationships.NONE.withSupersededBy(
                details.supersededBy().stream().map(Replacement::id).toList());
    }

    /** The pages do not say what installs it, except for drivers. */
    private static Installation installation(Details details, String document) throws FeedException {
        return new Installation(
                details.driver().isEmpty() ? Handler.OTHER : Handler.DRIVER,
                "",
                "",
                null,
                List.of(),
                reboot(details.restart(), document),
                Words.isYes(details.exclusive()) ? Impact.EXCLUSIVE : Impact.NORMAL,
                Words.isYes(details.requestsInput()),
                Words.isYes(details.requiresNetwork()),
                details.driver());
    }

    /** Where the page does not say, a restart must be expected. */
    private static Reboot reboot(String words, String document) throws FeedException {
        if (words.isEmpty()) {
            return Reboot.CAN_REQUEST;
        }
        for (Reboot reboot : Reboot.values()) {
            if (reboot.title().equalsIgnoreCase(words)) {
                return reboot;
            }
        }
        throw new FeedException(
                document, "#ScopedViewHandler_rebootBehavior", "expected a restart behaviour, found \"" + words + '"');
    }

    /** The update, with what the download dialog says. */
    Update with(List<DownloadDialog.File> files, String document) throws FeedException {
        List<ContentFile> contents = new ArrayList<>();
        for (DownloadDialog.File file : files) {
            try {
                contents.add(content(file, files.size() == 1 ? found.size() : -1, document));
            } catch (IllegalArgumentException e) {
                throw new FeedException(document, file.fileName(), "not a file: " + e.getMessage(), e);
            }
        }
        try {
            return update.files(contents.stream().distinct().toList(), document).build();
        } catch (IllegalArgumentException e) {
            throw new FeedException(document, found.id().toString(), "not an update: " + e.getMessage(), e);
        }
    }

    private static ContentFile content(DownloadDialog.File file, long size, String document) {
        List<Digest> digests = digests(file, document);
        Optional<URI> url = Links.parse(file.url())
                .filter(link -> !digests.isEmpty() || "https".equalsIgnoreCase(link.getScheme()));
        String language = file.languages().toLowerCase(Locale.ROOT);
        boolean one = !language.isEmpty() && !language.equals(ALL) && !language.contains(",");
        return new ContentFile(
                file.fileName(),
                size,
                digests,
                url.map(List::of).orElse(List.of()),
                one ? file.languages() : null,
                ContentFile.Patching.SELF_CONTAINED);
    }

    /** Where the dialog has no SHA-1, the file's name still ends with it. */
    private static List<Digest> digests(DownloadDialog.File file, String document) {
        List<Digest> digests = new ArrayList<>();
        Matcher named = SHA1.matcher(file.fileName());
        if (!file.digest().isEmpty()) {
            digests.add(Digest.base64(Digest.Algorithm.SHA1, file.digest(), document));
        } else if (named.matches()) {
            digests.add(new Digest(Digest.Algorithm.SHA1, named.group(1), document));
        }
        if (!file.sha256().isEmpty()) {
            digests.add(Digest.base64(Digest.Algorithm.SHA256, file.sha256(), document));
        }
        return digests;
    }
}
