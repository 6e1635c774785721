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

    /** Values that the declaration lists by version, for vendors who publish none; others have none. */
    record Table(Setting at, Map<String, String> values) implements Lookup {
        static Table read(Setting setting) throws DeclarationException {
            Map<String, String> values = new HashMap<>();
            for (Map.Entry<String, Setting> entry :
                    setting.allowing("versions").get("versions").fields().entrySet()) {
                values.put(entry.getKey(), entry.getValue().text());
            }
            return new Table(setting, values);
        }

        @Override
        public Optional<Found> value(Scope scope) {
            return Optional.ofNullable(values.get(scope.names().get(Names.VERSION)))
                    .map(value -> new Found(value, scope.document(null), at));
        }
    }
}
