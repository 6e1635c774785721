package io.patchbay.declared;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Values that are looked up by a key. */
sealed interface Lookup extends Expression {
    /**
     * The digest of a path in a checksum list.
     *
     * @param feed the list
     * @param path the whole path, as the list writes it
     */
    record Checksum(Setting at, DeclaredFeed feed, Template path) implements Lookup {
        static Checksum read(Setting setting, Vocabulary words) throws DeclarationException {
            setting.allowing("checksums", "path");
            DeclaredFeed feed = words.feed(setting.get("checksums"));
            return new Checksum(setting, feed, Template.read(setting.get("path"), words.names()));
        }

        @Override
        public Optional<Found> value(Scope scope) throws IOException, FeedException {
            String name = path.fill(scope.names());
            String document = scope.document(feed);
            String digest =
                    scope.documents().checksums(feed, scope.names()).digests().get(name);
            if (digest == null) {
                throw new FeedException(document, name, "expected a line with this path (" + at.place() + ')');
            }
            return Optional.of(new Found(digest, document, at));
        }
    }

    /**
     * Values that the declaration lists by version, for vendors who publish none.
     *
     * @param isOptional whether a release may lack one
     */
    record Table(Setting at, Map<String, Found> values, boolean isOptional) implements Lookup {
        static Table read(Setting setting, Vocabulary words) throws DeclarationException {
            setting.allowing("versions", "optional");
            Map<String, Found> values = new HashMap<>();
            for (Map.Entry<String, Setting> entry :
                    setting.get("versions").fields().entrySet()) {
                Setting value = entry.getValue();
                String document = words.releases().feed().name();
                values.put(entry.getKey(), new Found(value.text(), document, value));
            }
            return new Table(setting, values, setting.isTrue("optional"));
        }

        @Override
        public Optional<Found> value(Scope scope) throws FeedException {
            String version = scope.names().get(Names.VERSION);
            Found value = values.get(version);
            if (value == null && !isOptional) {
                throw new FeedException(at.file(), version, "expected a value for this version (" + at.place() + ')');
            }
            return Optional.ofNullable(value);
        }
    }
}
