package io.patchbay.feeds.sdp;

import io.patchbay.model.Applicability;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an update as the {@code InstallableItem} of a package, the reverse of {@link ItemReader}. */
final class ItemElement {
    private final Update update;
    private final String created;

    /** The item of an update; {@code created} is the time of its file, if nothing says it. */
    ItemElement(Update update, String created) {
        this.update = update;
        this.created = created;
    }

    /** Whether there is anything to install, or rules that only an item can have. */
    static boolean isNeeded(Update update) {
        Applicability rules = update.applicability();
        return update.installation().attributes().containsKey(Extra.ITEM)
                || update.installation().handler() != Handler.NONE
                || !update.files().isEmpty()
                || rules.isSuperseded() != null
                || !rules.metadata().isEmpty();
    }

    Element element() throws InexpressibleException {
        if (update.installation().handler() == Handler.DRIVER && update.type() != UpdateType.DRIVER) {
            throw new InexpressibleException("SDP installs nothing but drivers as a driver");
        }
        InstallerElement installer = new InstallerElement(update.installation());
        Element item = new Element(Namespace.SDP, "InstallableItem").with("ID", id());
        if (!update.applicability().equals(Applicability.NONE)) {
            item.add(rules(update.applicability()));
        }
        item.add(installer.installProperties());
        installer.uninstallProperties().ifPresent(item::add);
        installer.data().ifPresent(item::add);
        if (!update.files().isEmpty()) {
            item.add(file());
        }
        for (String language : update.release().languages()) {
            item.add("Language", SimpleType.LANGUAGE.check("Language", language));
        }
        return item;
    }

    private String id() {
        String derived = UpdateId.of("sdp", "item", update.id().toString()).toString();
        return attribute(Extra.ITEM, derived);
    }

    private String attribute(String name, String otherwise) {
        return update.installation().attributes().getOrDefault(name, otherwise);
    }

    private static Element rules(Applicability rules) throws InexpressibleException {
        Element element = new Element(Namespace.SDP, "ApplicabilityRules");
        add(element, "IsInstalled", rules.isInstalled());
        add(element, "IsSuperseded", rules.isSuperseded());
        add(element, "IsInstallable", rules.isInstallable());
        Element metadata = new Element(Namespace.SDP, "Metadata");
        for (RuleElement read : rules.metadata()) {
            metadata.add(RuleElements.metadata(read));
        }
        return metadata.isEmpty() ? element : element.add(metadata);
    }

    /** Adds an element with the rule in it, if there is one. */
    static void add(Element parent, String name, @Nullable Rule rule) throws InexpressibleException {
        if (rule != null) {
            parent.add(new Element(Namespace.SDP, name).add(RuleElements.of(rule)));
        }
    }

    private Element file() throws InexpressibleException {
        if (update.files().size() > 1) {
            throw new InexpressibleException("it has " + update.files().size() + " files, of which SDP allows one");
        }
        ContentFile file = update.files().get(0);
        String name = attribute(Extra.FILE_NAME, file.name());
        Element element = new Element(Namespace.SDP, "OriginFile")
                .with("Digest", base64(file, Algorithm.SHA1).orElseThrow(() -> missing(file, "SHA-1")))
                .with("FileName", SimpleType.LONG_NAME.check("FileName", name))
                .with("Size", size(file))
                .with("Modified", SimpleType.TIME.check("Modified", attribute(Extra.MODIFIED, created)));
        String origin = attribute(
                Extra.ORIGIN, file.urls().isEmpty() ? "" : file.urls().get(0).toString());
        if (!origin.isEmpty()) {
            element.with("OriginUri", origin);
        }
        base64(file, Algorithm.SHA256)
                .ifPresent(digest -> element.add(
                        new Element(Namespace.SDP, "AdditionalDigest", digest).with("Algorithm", "SHA256")));
        return element;
    }

    private static String size(ContentFile file) throws InexpressibleException {
        if (file.size() < 0) {
            throw missing(file, "size");
        }
        return Long.toString(file.size());
    }

    private static InexpressibleException missing(ContentFile file, String what) {
        return new InexpressibleException(
                "the " + what + " of its file " + file.name() + " is not known, which SDP demands");
    }

    private static Optional<String> base64(ContentFile file, Algorithm algorithm) {
        return file.digests().stream()
                .filter(digest -> digest.algorithm() == algorithm)
                .map(Digest::value)
                .map(hex -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)))
                .findFirst();
    }
}
