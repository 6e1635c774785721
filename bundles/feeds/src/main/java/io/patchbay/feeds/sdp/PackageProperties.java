package io.patchbay.feeds.sdp;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Attributes;
import io.patchbay.feeds.microsoft.Links;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The element {@code Properties}: identity, vendor, products, state and links of a package. */
final class PackageProperties {
    final UpdateId id;
    final UpdateType type;
    final PublicationState publication;
    final String vendor;
    final LocalDate created;
    final List<Product> products = new ArrayList<>();
    final List<URI> moreInfo = new ArrayList<>();
    final Map<String, String> extras = new TreeMap<>();

    @Nullable
    URI support;

    private PackageProperties(XmlReader xml) throws FeedException {
        id = Attributes.id(xml, "PackageID");
        xml.inside("package " + id);
        type = Words.read(xml, "UpdateType", Words.TYPE, UpdateType.SOFTWARE);
        publication = Words.read(xml, "PublicationState", Words.PUBLICATION, PublicationState.PUBLISHED);
        String name = xml.attribute("VendorName");
        vendor = name == null ? "" : name.trim();
        created = Attributes.date(xml, "CreationDate");
        extras.put(Extra.CREATION_DATE, Attributes.text(xml, "CreationDate"));
        keepIfTrue(xml, Extra.SOURCE_REQUIRED);
        keepIfTrue(xml, Extra.CLIENT_SERVICING);
    }

    private void keepIfTrue(XmlReader xml, String attribute) throws FeedException {
        if (Words.isTrue(xml, attribute)) {
            extras.put(attribute, "true");
        }
    }

    static PackageProperties read(XmlReader xml) throws IOException, FeedException {
        PackageProperties properties = new PackageProperties(xml);
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "MoreInfoUrl" -> link(xml).ifPresent(properties.moreInfo::add);
                case "SupportUrl" -> properties.support = link(xml).orElse(null);
                case "ProductName" -> properties.products.add(Product.named(xml.text(), properties.vendor));
                default -> throw Words.unexpected(xml, "Properties");
            }
        }
        return properties;
    }

    /** Of a link that is one by the schema but leads nowhere, nothing is kept. */
    private static Optional<URI> link(XmlReader xml) throws IOException, FeedException {
        String text = xml.text();
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw xml.failure("expected an address of the web, not \"" + text + '"');
        }
        return Links.parse(text);
    }
}
