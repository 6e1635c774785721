package io.patchbay.feeds.sdp;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Rules;
import io.patchbay.model.Rule;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one package. Its structure, names, types and enumerations must be as the schema says; lengths may be any, and
 * rules may have elements that the schema does not know.
 */
final class PackageReader {
    private final XmlReader xml;
    private final String source;
    final PackageTexts texts = new PackageTexts();
    final List<SortedSet<UpdateId>> prerequisites = new ArrayList<>();
    final List<SortedSet<UpdateId>> bundles = new ArrayList<>();
    final List<UpdateId> supersedes = new ArrayList<>();
    final List<Item> items = new ArrayList<>();

    @Nullable
    Rule isInstalled;

    @Nullable
    Rule isInstallable;

    private @Nullable PackageProperties properties;
    private @Nullable TypeData data;

    PackageReader(XmlReader xml, String source) {
        this.xml = xml;
        this.source = source;
    }

    List<Update> read() throws IOException, FeedException {
        try {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                readPart();
            }
            return new PackageUpdates(this, properties(), data(), source).updates();
        } catch (IllegalArgumentException e) {
            throw xml.failure(String.valueOf(e.getMessage()));
        }
    }

    private PackageProperties properties() throws FeedException {
        if (properties == null) {
            throw xml.failure("expected Properties first in a package");
        }
        return properties;
    }

    private TypeData data() throws FeedException {
        if (data == null || texts.texts.isEmpty()) {
            throw xml.failure("expected LocalizedProperties, and UpdateSpecificData or ApplicationSpecificData");
        }
        return data;
    }

    private void readPart() throws IOException, FeedException {
        switch (xml.name()) {
            case "Properties" -> properties = PackageProperties.read(xml);
            case "LocalizedProperties" -> texts.read(xml);
            case "UpdateSpecificData" -> readUpdateData();
            case "ApplicationSpecificData" -> data = TypeData.application();
            case "IsInstallable" -> isInstallable = Rules.rule(xml);
            case "IsInstalled" -> isInstalled = Rules.rule(xml);
            case "SupersededPackages" -> readIds("SupersededPackages", supersedes);
            case "Prerequisites" -> readPrerequisites();
            case "BundledPackages" -> readBundles();
            case "InstallableItem" -> items.add(new ItemReader(xml, source, properties()).read());
            default -> throw Words.unexpected(xml, "SoftwareDistributionPackage");
        }
    }

    private void readUpdateData() throws IOException, FeedException {
        data = TypeData.update(xml);
        if (data.hotfix) {
            properties().extras.put(Extra.CLASSIFICATION, Words.HOTFIXES);
        }
    }

    private void readPrerequisites() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (!xml.name().equals("AtLeastOne")) {
                throw Words.unexpected(xml, "Prerequisites");
            }
            List<UpdateId> alternatives = new ArrayList<>();
            readIds("AtLeastOne", alternatives);
            prerequisites.add(new TreeSet<>(alternatives));
        }
    }

    private void readBundles() throws IOException, FeedException {
        List<UpdateId> bundled = new ArrayList<>();
        readIds("BundledPackages", bundled);
        bundled.forEach(id -> bundles.add(new TreeSet<>(List.of(id))));
    }

    private void readIds(String parent, List<UpdateId> ids) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (!xml.name().equals("PackageID")) {
                throw Words.unexpected(xml, parent);
            }
            ids.add(id(xml.text()));
        }
    }

    private UpdateId id(String text) throws FeedException {
        try {
            return UpdateId.parse(text);
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected the id of a package, not \"" + text + '"');
        }
    }
}
