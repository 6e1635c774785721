package io.patchbay.feeds.sdp;

import io.patchbay.feeds.microsoft.Titles;
import io.patchbay.model.Applicability;
import io.patchbay.model.Description;
import io.patchbay.model.Installation;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Makes of a package that was read its update, or a bundle and the updates that are its items. */
final class PackageUpdates {
    private final PackageReader read;
    private final PackageProperties properties;
    private final TypeData data;
    private final String source;

    PackageUpdates(PackageReader read, PackageProperties properties, TypeData data, String source) {
        this.read = read;
        this.properties = properties;
        this.data = data;
        this.source = source;
    }

    List<Update> updates() {
        return read.items.size() > 1 ? several() : List.of(single());
    }

    private Update single() {
        UpdateType type = read.bundles.isEmpty() ? properties.type : UpdateType.BUNDLE;
        if (read.items.isEmpty()) {
            Update.Builder update = builder(properties.id, type, List.of());
            add(relationships(read.bundles), Relationships.NONE, update::relationships);
            add(
                    new Applicability(read.isInstalled, read.isInstallable, null, List.of()),
                    Applicability.NONE,
                    update::applicability);
            return update.installation(nothingToRun(), source).build();
        }
        Item item = read.items.get(0);
        Update.Builder update = builder(properties.id, type, item.languages());
        add(relationships(read.bundles), Relationships.NONE, update::relationships);
        return complete(update, item, item.installation());
    }

    private List<Update> several() {
        List<SortedSet<UpdateId>> bundled = new ArrayList<>(read.bundles);
        SortedSet<String> languages = new TreeSet<>();
        List<Update> updates = new ArrayList<>();
        for (Item item : read.items) {
            bundled.add(new TreeSet<>(List.of(item.id())));
            languages.addAll(item.languages());
            updates.add(complete(
                    builder(item.id(), properties.type, item.languages()),
                    item,
                    with(item.installation(), Extra.PACKAGE, properties.id.toString())));
        }
        updates.add(
                0,
                builder(properties.id, UpdateType.BUNDLE, languages)
                        .relationships(relationships(bundled), source)
                        .installation(nothingToRun(), source)
                        .build());
        return updates;
    }

    private Update.Builder builder(UpdateId id, UpdateType type, Collection<String> languages) {
        Update.Builder update = Update.builder(id, type)
                .revision(0, properties.publication)
                .release(release(languages), source)
                .description(description(), source);
        add(data.security(properties.vendor), Security.UNSPECIFIED, update::security);
        return update;
    }

    private Update complete(Update.Builder update, Item item, Installation installation) {
        add(item.files(), List.of(), update::files);
        add(item.rules(read.isInstalled, read.isInstallable), Applicability.NONE, update::applicability);
        return update.installation(installation, source).build();
    }

    /** Only what the package really says is said to be from it. */
    private <T> void add(T part, T nothing, BiConsumer<T, String> setter) {
        if (!part.equals(nothing)) {
            setter.accept(part, source);
        }
    }

    private Release release(Collection<String> languages) {
        return Release.of(
                properties.vendor,
                properties.products,
                null,
                null,
                Titles.architecture(read.texts.title()),
                languages,
                data.classification,
                properties.created);
    }

    private Description description() {
        return Description.of(
                read.texts.defaultLanguage(),
                read.texts.texts,
                data.articles,
                properties.moreInfo,
                null,
                properties.support);
    }

    private Relationships relationships(List<SortedSet<UpdateId>> bundled) {
        return Relationships.of(read.prerequisites, bundled, read.supersedes);
    }

    private Installation nothingToRun() {
        return with(Installation.NONE, properties.extras);
    }

    private static Installation with(Installation installation, String name, String value) {
        return with(installation, Map.of(name, value));
    }

    private static Installation with(Installation from, Map<String, String> further) {
        var attributes = new TreeMap<>(from.attributes());
        attributes.putAll(further);
        return new Installation(
                from.handler(),
                from.file(),
                from.arguments(),
                from.uninstall(),
                from.returnCodes(),
                from.reboot(),
                from.impact(),
                from.requestsInput(),
                from.requiresNetwork(),
                attributes);
    }
}
