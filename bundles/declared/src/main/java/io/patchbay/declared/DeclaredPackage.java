package io.patchbay.declared;

import io.patchbay.declared.Expression.Found;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Detection;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Installation;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Rule;
import io.patchbay.model.Version;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a product is given out, release after release.
 *
 * @param file the name of the file
 * @param url where it is
 * @param size in bytes, if anything says so
 * @param digests how each is had
 * @param shown the version that an endpoint shows, if it is not the release's
 * @param line the line of its releases
 * @param found how an endpoint shows that it has it
 * @param setup how it is installed and removed, but for the name of the file
 */
record DeclaredPackage(
        Template file,
        Expression url,
        Optional<Expression> size,
        Map<Algorithm, Expression> digests,
        Optional<Template> shown,
        Line line,
        Detected found,
        Installation setup) {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+){0,3}");

    /** Whoever separates digits does so in groups of three, always by the same sign; what is left is 3.5 of something. */
    private static final Pattern BYTES = Pattern.compile("[0-9]+|[0-9]{1,3}([\\h,.'\u2019])[0-9]{3}(?:\\1[0-9]{3})*");

    /** With the shortest of versions, every text has as few numbers as it can. */
    private static final Names SHORTEST = Names.release("1", "1");

    private static final String[] KEYS = {
        "file", "type", "architecture", "url", "size", "md5", "sha1", "sha256", "sha512", "found", "shown", "install"
    };

    /** The kinds of files that can be installed. */
    private enum Type {
        EXE,
        MSI,
        MSP
    }

    static DeclaredPackage read(Setting setting, String product, String channel, Vocabulary release)
            throws DeclarationException {
        setting.allowing(KEYS);
        Template file = file(setting.get("file"));
        Vocabulary words = release.withNames(Names.OF_FILE);
        Optional<Setting> processor = setting.find("architecture");
        Architecture architecture =
                processor.isEmpty() ? Architecture.ANY : processor.get().choice(Architecture.values());
        String type = type(setting, file.text());
        return new DeclaredPackage(
                file,
                url(setting, words),
                Expression.find(setting, "size", words),
                digests(setting, words),
                shown(setting),
                new Line(product, channel, architecture, "", type),
                Detected.read(setting.get("found"), architecture),
                Setup.read(setting.get("install"), type));
    }

    private static Template file(Setting setting) throws DeclarationException {
        Template file = Template.read(setting, Names.OF_RELEASE);
        try {
            Names.SAMPLE.with(Names.FILE, file.fill(Names.SAMPLE));
            return file;
        } catch (IllegalArgumentException e) {
            throw setting.problem(String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<Template> shown(Setting setting) throws DeclarationException {
        Optional<Setting> shown = setting.find("shown");
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Template template = Template.read(shown.get(), Names.OF_RELEASE);
        if (!NUMBERS.matcher(template.fill(SHORTEST)).matches()) {
            throw shown.get().expected("one to four numbers with dots between them");
        }
        return Optional.of(template);
    }

    /** The version that is found on an endpoint, if it is not the release's. */
    @Nullable
    String shown(Scope release) throws FeedException {
        if (shown.isEmpty()) {
            return null;
        }
        Found found = new Found(
                shown.get().fill(release.names()),
                release.document(null),
                shown.get().at());
        if (!NUMBERS.matcher(found.text()).matches()) {
            throw found.failure("one to four numbers with dots between them");
        }
        return found.text();
    }

    private static String type(Setting setting, String file) throws DeclarationException {
        Optional<Setting> declared = setting.find("type");
        if (declared.isPresent()) {
            return declared.get().choice(Type.values()).name().toLowerCase(Locale.ROOT);
        }
        String end = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!List.of("exe", "msi", "msp").contains(end)) {
            throw setting.problem("the name of the file does not tell its type, so the key type must: exe, msi or msp");
        }
        return end;
    }

    private static Expression url(Setting setting, Vocabulary words) throws DeclarationException {
        Setting url = setting.get("url");
        if (url.isText()) {
            Template.read(url, words.names()).asAddress();
        }
        return Expression.read(url, words);
    }

    private static Map<Algorithm, Expression> digests(Setting setting, Vocabulary words) throws DeclarationException {
        Map<Algorithm, Expression> digests = new EnumMap<>(Algorithm.class);
        for (Algorithm algorithm : Algorithm.values()) {
            Optional<Expression> digest = Expression.find(setting, algorithm.title(), words);
            digest.ifPresent(value -> digests.put(algorithm, value));
        }
        return digests;
    }

    /** The names of a release's file. */
    Names names(Names release) {
        return release.with(Names.FILE, file.fill(release));
    }

    /** The package as it is of one release. */
    WindowsPackage of(String provider, String vendor, Product product, Version version, Names release) {
        String name = file.fill(release);
        return new WindowsPackage(
                provider,
                vendor,
                product,
                line,
                version,
                "",
                name,
                null,
                applicability(version),
                Setup.of(setup, name));
    }

    private Applicability applicability(Version version) {
        String there = version.fileVersion() == null ? version.canonical() : version.fileVersion();
        return Applicability.of(
                forProcessor(found.version("GreaterThanOrEqualTo", there)),
                forProcessor(found.version("LessThan", there)));
    }

    /** Programs for two 64-bit processors leave the same behind; those for x86 have a view of the registry and a folder of their own. */
    private Rule forProcessor(Rule rule) {
        boolean any = line.architecture() == Architecture.X86 || line.architecture() == Architecture.ANY;
        return any ? rule : new Rule.And(List.of(Detection.processor(line.architecture()), rule));
    }

    /** The file of a release. */
    ContentFile content(Scope release) throws IOException, FeedException {
        Scope scope = release.with(names(release.names()));
        List<Digest> found = new ArrayList<>();
        for (Map.Entry<Algorithm, Expression> entry : digests.entrySet()) {
            Optional<Found> value = entry.getValue().value(scope);
            if (value.isPresent()) {
                found.add(digest(entry.getKey(), value.get()));
            }
        }
        return new ContentFile(
                scope.names().get(Names.FILE),
                size(scope),
                found,
                List.of(Addresses.https(url.required(scope, "an address"))),
                null,
                Patching.SELF_CONTAINED);
    }

    /** Some vendors write digests in groups. */
    private static Digest digest(Algorithm algorithm, Found found) throws FeedException {
        try {
            return new Digest(algorithm, found.text().replaceAll("\\s", ""), found.document());
        } catch (IllegalArgumentException e) {
            throw found.failure("a " + algorithm.title() + " in hex");
        }
    }

    private long size(Scope scope) throws IOException, FeedException {
        Optional<Found> found = size.isEmpty() ? Optional.empty() : size.get().value(scope);
        if (found.isEmpty()) {
            return -1;
        }
        try {
            String text = found.get().text().strip();
            if (BYTES.matcher(text).matches()) {
                return Long.parseLong(text.replaceAll("[^0-9]", ""));
            }
        } catch (NumberFormatException e) {
            // Falls to the one message for everything that is no such number.
        }
        throw found.get().failure("a number of bytes");
    }
}
