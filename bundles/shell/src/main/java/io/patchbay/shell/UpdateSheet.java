package io.patchbay.shell;

import io.patchbay.catalog.Advice;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.FileEvidence;
import io.patchbay.catalog.Statement;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Part;
import io.patchbay.model.Rollout;
import io.patchbay.model.Rule;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything about one update, for a person to read. What is not known is left out. */
final class UpdateSheet {
    private final PrintStream out;

    private UpdateSheet(PrintStream out) {
        this.out = out;
    }

    static void print(Details details, PrintStream out) {
        UpdateSheet sheet = new UpdateSheet(out);
        sheet.entry(details.entry());
        sheet.content(details.update());
        sheet.files(details.update().files(), details.evidence());
        details.provenance()
                .forEach((part, from) -> sheet.line(
                        "From",
                        part.title() + ": " + from.provider() + ", snapshot " + from.snapshot() + ", document "
                                + from.document() + (from.url() == null ? "" : ", " + from.url())));
        if (details.statements().size() > 1) {
            details.statements().forEach(sheet::statement);
        }
        details.advice().forEach(advice -> sheet.advice(advice, details.entry().id()));
    }

    private void statement(Statement statement) {
        Update update = statement.update();
        List<String> parts = update.sources().keySet().stream().map(Part::title).toList();
        line(
                "Said by",
                statement.provider() + ", revision " + statement.revision() + ", "
                        + UpdateFields.word(statement.state()) + ": "
                        + update.description().title() + " ("
                        + String.join(", ", parts) + ")");
    }

    private void advice(Advice advice, UpdateId id) {
        String severity = advice.fixes().stream()
                .map(Fix::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.UNSPECIFIED)
                .title();
        String inherited = advice.update().equals(id) ? "" : ", of the superseded update " + advice.update();
        line("Advised by", advice.provider() + ", " + advice.advisory().id() + ", " + severity + inherited);
    }

    private void entry(Entry entry) {
        line("Title", entry.title());
        line("Id", entry.id() + ", revision " + entry.revision());
        line("State", CatalogCommands.state(entry));
        line("Vendor", entry.vendor());
        line("Products", entry.products());
        line("Version", entry.version());
        line("Architecture", entry.architecture().title());
        line("Languages", entry.languages());
        line("Classification", entry.classification().title());
        line("Severity", severity(entry));
        line("Evidence", entry.evidence() == null ? "" : entry.evidence());
        line("Restart", entry.reboot().title());
        line("Released", entry.released() == null ? "not said; first seen " + entry.firstSeen() : entry.released());
        line("Rollout", entry.rollout() == Rollout.COMPLETE ? "" : UpdateFields.word(entry.rollout()));
        line("End of life", entry.endOfLife() == null ? "" : entry.endOfLife());
        line("KB", entry.kbArticles());
        line("Bulletins", entry.bulletins());
        line("Supersedes", entry.supersedes());
        line("Superseded by", entry.supersededBy());
        line("Part of", entry.bundledBy());
        line("Install instead", entry.newestSuperseding() == null ? "" : entry.newestSuperseding());
    }

    private static String severity(Entry entry) {
        String score = entry.score() == null ? "" : ", CVSS up to " + entry.score();
        return CatalogCommands.severity(entry) + score;
    }

    private void content(Update update) {
        Description.Text text =
                update.description().texts().get(update.description().defaultLanguage());
        line("Description", text == null ? "" : text.description());
        line("More", update.description().moreInfo());
        line(
                "Release notes",
                update.description().releaseNotes() == null
                        ? ""
                        : update.description().releaseNotes());
        update.security().cves().forEach(cve -> line("CVE", cve(cve)));
        Eula eula = update.licensing().eula();
        line("Licence", eula == null ? "" : eula.id() + " must be accepted");
        line("Acquisition", UpdateFields.word(update.licensing().acquisition()));
        update.relationships().prerequisites().forEach(group -> line("Needs one of", group));
        update.relationships().bundles().forEach(group -> line("Bundles one of", group));
        rule("Installed if", update.applicability().isInstalled());
        rule("Needed if", update.applicability().isInstallable());
        installation(update.installation());
    }

    private void rule(String label, @Nullable Rule rule) {
        if (rule == null) {
            return;
        }
        List<String> lines = RuleText.lines(rule);
        line(label, lines.get(0));
        lines.stream().skip(1).forEach(line -> out.printf("%-15s %s%n", "", Table.visible(line)));
    }

    private static String cve(Cve cve) {
        String score = cve.score() == null ? "" : ", CVSS " + cve.score();
        String exploited = cve.exploited() ? ", exploited" : "";
        return cve.id() + " " + cve.severity().title() + score + exploited + " " + cve.title() + " (" + cve.source()
                + ")";
    }

    private void installation(Installation installation) {
        if (installation.handler() == Installation.Handler.NONE) {
            return;
        }
        line(
                "Install",
                UpdateFields.word(installation.handler()) + " " + installation.file() + " " + installation.arguments());
        line("Uninstall", installation.uninstall() == null ? "" : installation.uninstall());
    }

    private void files(List<ContentFile> files, List<FileEvidence> evidence) {
        for (int i = 0; i < files.size(); i++) {
            file(files.get(i));
            line(
                    "",
                    "  evidence " + evidence.get(i).grade() + ": "
                            + evidence.get(i).proof());
        }
    }

    private void file(ContentFile file) {
        String language = file.language() == null ? "" : ", " + file.language();
        line("File", file.name() + language + (file.size() < 0 ? "" : ", " + file.size() + " bytes"));
        file.urls().forEach(url -> line("", "  " + url));
        for (Digest digest : file.digests()) {
            line("", "  " + digest.algorithm().title() + " " + digest.value() + " (" + digest.source() + ")");
        }
    }

    private void line(String label, Collection<?> values) {
        line(label, values.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private void line(String label, Object value) {
        String text = Table.visible(value.toString().strip().replace('\n', ' '));
        if (!text.isEmpty()) {
            out.printf("%-15s %s%n", label, label.isEmpty() ? "  " + text : text);
        }
    }
}
