package io.patchbay.feeds;

import static io.patchbay.feeds.ValueFields.all;
import static io.patchbay.feeds.ValueFields.constant;
import static io.patchbay.feeds.ValueFields.list;
import static io.patchbay.feeds.ValueFields.map;
import static io.patchbay.feeds.ValueFields.nullable;
import static io.patchbay.feeds.ValueFields.number;
import static io.patchbay.feeds.ValueFields.optional;
import static io.patchbay.feeds.ValueFields.text;
import static io.patchbay.feeds.ValueFields.texts;
import static io.patchbay.feeds.ValueFields.truth;
import static io.patchbay.feeds.ValueFields.uri;
import static io.patchbay.feeds.ValueFields.uris;

import io.patchbay.model.Acquisition;
import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Licensing;
import io.patchbay.model.Line;
import io.patchbay.model.Part;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Rollout;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what {@link UpdateWriter} writes. */
final class UpdateReader {
    private UpdateReader() {}

    static Update read(Value value) throws FeedException {
        try {
            return update(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FeedException(value.document(), value.pointer(), "not an update: " + e.getMessage(), e);
        }
    }

    static List<ContentFile> files(Value value) throws FeedException {
        try {
            return all(value.items(), UpdateReader::file);
        } catch (IllegalArgumentException e) {
            throw new FeedException(value.document(), value.pointer(), "not files: " + e.getMessage(), e);
        }
    }

    private static Update update(Value value) throws FeedException {
        TreeMap<Part, String> sources = new TreeMap<>();
        for (Map.Entry<String, String> source : map(value, "sources").entrySet()) {
            sources.put(Part.valueOf(source.getKey()), source.getValue());
        }
        return new Update(
                UpdateId.parse(value.get("id").text()),
                UpdateType.valueOf(value.get("type").text()),
                (int) number(value, "vendorRevision", 0),
                constant(value, "publication", PublicationState.PUBLISHED),
                release(value.get("release")),
                optional(value, "description", UpdateReader::description).orElse(Description.NONE),
                optional(value, "security", UpdateReader::security).orElse(Security.UNSPECIFIED),
                optional(value, "licensing", UpdateReader::licensing).orElse(Licensing.FREE),
                optional(value, "relationships", UpdateReader::relationships).orElse(Relationships.NONE),
                list(value, "files", UpdateReader::file),
                optional(value, "applicability", UpdateReader::applicability).orElse(Applicability.NONE),
                optional(value, "installation", UpdateReader::installation).orElse(Installation.NONE),
                sources);
    }

    private static Release release(Value value) throws FeedException {
        return Release.of(
                        text(value, "vendor"),
                        list(value, "products", UpdateReader::product),
                        optional(value, "version", UpdateReader::version).orElse(null),
                        optional(value, "line", UpdateReader::line).orElse(null),
                        constant(value, "architecture", Architecture.ANY),
                        texts(value, "languages"),
                        constant(value, "classification", Classification.UPDATES),
                        value.optionalText("released").map(LocalDate::parse).orElse(null))
                .withRollout(constant(value, "rollout", Rollout.COMPLETE))
                .withEndOfLife(
                        value.optionalText("endOfLife").map(LocalDate::parse).orElse(null));
    }

    private static Product product(Value value) throws FeedException {
        return new Product(
                text(value, "name"),
                text(value, "family"),
                value.optionalText("category").map(UpdateId::parse).orElse(null));
    }

    private static Version version(Value value) throws FeedException {
        return new Version(
                VersionScheme.valueOf(value.get("scheme").text()),
                value.get("canonical").text(),
                text(value, "display"),
                nullable(value, "fileVersion"),
                nullable(value, "vendorTag"));
    }

    private static Line line(Value value) throws FeedException {
        return new Line(
                text(value, "product"),
                text(value, "channel"),
                constant(value, "architecture", Architecture.ANY),
                text(value, "languages"),
                text(value, "packageType"));
    }

    private static Description description(Value value) throws FeedException {
        Map<String, Description.Text> texts = new TreeMap<>();
        Optional<Value> all = value.find("texts");
        if (all.isPresent()) {
            for (Map.Entry<String, Value> one : all.get().fields().entrySet()) {
                texts.put(one.getKey(), words(one.getValue()));
            }
        }
        return Description.of(
                text(value, "defaultLanguage"),
                texts,
                texts(value, "kbArticles"),
                uris(value, "moreInfo"),
                uri(value, "releaseNotes"),
                uri(value, "support"));
    }

    private static Description.Text words(Value value) throws FeedException {
        return new Description.Text(
                value.get("title").text(), text(value, "description"), text(value, "uninstallNotes"));
    }

    private static Security security(Value value) throws FeedException {
        return new Security(
                constant(value, "severity", Severity.UNSPECIFIED),
                nullable(value, "vendorSeverity"),
                texts(value, "bulletins"),
                list(value, "cves", UpdateReader::cve));
    }

    static Cve cve(Value value) throws FeedException {
        return new Cve(
                value.get("id").text(),
                text(value, "title"),
                constant(value, "severity", Severity.UNSPECIFIED),
                nullable(value, "vendorSeverity"),
                optional(value, "score", Value::decimal).orElse(null),
                nullable(value, "vector"),
                text(value, "source"),
                truth(value, "exploited"));
    }

    private static Licensing licensing(Value value) throws FeedException {
        return new Licensing(
                optional(value, "eula", UpdateReader::eula).orElse(null),
                constant(value, "acquisition", Acquisition.DOWNLOADABLE));
    }

    private static Eula eula(Value value) throws FeedException {
        return new Eula(
                text(value, "id"),
                map(value, "texts"),
                truth(value, "reacceptance"),
                list(value, "files", UpdateReader::licenceText));
    }

    private static Eula.TextFile licenceText(Value value) throws FeedException {
        return new Eula.TextFile(file(value.get("file")), text(value, "region"));
    }

    private static Relationships relationships(Value value) throws FeedException {
        return Relationships.of(
                        list(value, "prerequisites", UpdateReader::group),
                        list(value, "bundles", UpdateReader::group),
                        list(value, "supersedes", UpdateReader::id))
                .withSupersededBy(list(value, "supersededBy", UpdateReader::id));
    }

    private static List<UpdateId> group(Value value) throws FeedException {
        return all(value.items(), UpdateReader::id);
    }

    private static UpdateId id(Value value) throws FeedException {
        return UpdateId.parse(value.text());
    }

    private static ContentFile file(Value value) throws FeedException {
        return new ContentFile(
                value.get("name").text(),
                number(value, "size", -1),
                list(value, "digests", UpdateReader::digest),
                uris(value, "urls"),
                nullable(value, "language"),
                constant(value, "patching", ContentFile.Patching.SELF_CONTAINED));
    }

    private static Digest digest(Value value) throws FeedException {
        return new Digest(
                Digest.Algorithm.valueOf(value.get("algorithm").text()),
                value.get("value").text(),
                text(value, "source"),
                text(value, "signer"));
    }

    private static Applicability applicability(Value value) throws FeedException {
        return new Applicability(
                optional(value, "isInstalled", UpdateReader::rule).orElse(null),
                optional(value, "isInstallable", UpdateReader::rule).orElse(null),
                optional(value, "isSuperseded", UpdateReader::rule).orElse(null),
                list(value, "metadata", UpdateReader::element));
    }

    private static Rule rule(Value value) throws FeedException {
        if (!value.isObject()) {
            return new Rule.Constant(value.truth());
        }
        String kind = value.fields().keySet().stream().findFirst().orElse("");
        return switch (kind) {
            case "and" -> new Rule.And(list(value, kind, UpdateReader::rule));
            case "or" -> new Rule.Or(list(value, kind, UpdateReader::rule));
            case "not" -> new Rule.Not(rule(value.get(kind)));
            case "unknown" -> new Rule.Unknown(element(value.get(kind)));
            default -> condition(value);
        };
    }

    private static Rule condition(Value value) throws FeedException {
        return new Rule.Condition(
                value.get("condition").text(),
                new TreeMap<>(map(value, "attributes")),
                list(value, "rules", UpdateReader::rule),
                list(value, "parameters", UpdateReader::element));
    }

    private static RuleElement element(Value value) throws FeedException {
        return RuleElement.of(
                text(value, "name"),
                map(value, "attributes"),
                text(value, "text"),
                list(value, "children", UpdateReader::element));
    }

    private static Installation installation(Value value) throws FeedException {
        return new Installation(
                constant(value, "handler", Installation.Handler.NONE),
                text(value, "file"),
                text(value, "arguments"),
                nullable(value, "uninstall"),
                list(value, "returnCodes", UpdateReader::returnCode),
                constant(value, "reboot", Installation.Reboot.NEVER),
                constant(value, "impact", Installation.Impact.NORMAL),
                truth(value, "requestsInput"),
                truth(value, "requiresNetwork"),
                new TreeMap<>(map(value, "attributes")));
    }

    private static Installation.ReturnCode returnCode(Value value) throws FeedException {
        return new Installation.ReturnCode(
                (int) value.get("code").number(), text(value, "result"), truth(value, "reboot"));
    }
}
