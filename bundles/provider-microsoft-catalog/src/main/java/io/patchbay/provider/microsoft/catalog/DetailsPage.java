package io.patchbay.provider.microsoft.catalog;

import io.patchbay.feeds.microsoft.Links;
import io.patchbay.provider.microsoft.catalog.Details.Replacement;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Reads the details page of an update. Everything has an id there, some misspelt by Microsoft; labels are translated. */
final class DetailsPage {
    private static final String PREFIX = "ScopedViewHandler_";
    private static final String LINK = "updateid=";

    /** What only drivers have, and what update documents call it. */
    private static final Map<String, String> DRIVER = Map.of(
            "company", "Company",
            "manufacturer", "Manufacturer",
            "driverClass", "Class",
            "driverModel", "Model",
            "driverProvider", "Provider",
            "version", "DriverVerVersion",
            "versionDate", "DriverVerDate");

    private final CatalogPage page;

    private DetailsPage(CatalogPage page) {
        this.page = page;
    }

    /** Reads a page; empty if the update has gone from the catalogue. */
    static Optional<Details> read(Snapshot snapshot, Document document) throws IOException, FeedException {
        CatalogPage page = CatalogPage.open(snapshot, document);
        return page.isGone() ? Optional.empty() : Optional.of(new DetailsPage(page).details());
    }

    private Details details() throws FeedException {
        page.require("addToBasketButtonText"); // comes last, so the page is complete
        return new Details(
                page.requireText(page.require(PREFIX + "titleText")),
                page.date(page.require(PREFIX + "date")),
                text("size"),
                text("desc"),
                value("archDiv"),
                value("classificationDiv"),
                Words.products(value("productsDiv")),
                Words.list(value("languagesDiv")),
                Words.list(value("securityBullitenDiv")),
                text("msrcSeverity"),
                Words.list(value("kbDiv")),
                links("moreInfoDiv"),
                links("suportUrlDiv").stream().findFirst().orElse(null),
                supersededBy(),
                page.children("supersedesInfo").stream()
                        .map(CatalogPage::applicable)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                text("rebootBehavior"),
                text("userInput"),
                text("installationImpact"),
                text("connectivity"),
                value("uninstallNotesDiv"),
                value("uninstallStepsDiv"),
                driver());
    }

    private String text(String name) {
        return page.text(PREFIX + name);
    }

    /** The text of an element without the label before it, which is taken off the page. */
    private String value(String id) {
        Element element = page.find(id);
        if (element == null) {
            return "";
        }
        Element label = element.firstElementChild();
        if (label != null && label.hasClass("labelTitle")) {
            label.remove();
        }
        return CatalogPage.applicable(element);
    }

    private List<URI> links(String id) {
        return page.tagged(id, "a").stream()
                .flatMap(link -> Links.parse(link.attr("href")).stream())
                .distinct()
                .toList();
    }

    private List<Replacement> supersededBy() throws FeedException {
        List<Replacement> updates = new ArrayList<>();
        for (Element link : page.tagged("supersededbyInfo", "a")) {
            String address = link.attr("href");
            int id = address.indexOf(LINK);
            if (id >= 0) {
                updates.add(new Replacement(
                        page.id(address.substring(id + LINK.length()), "#supersededbyInfo"),
                        link.text().strip()));
            }
        }
        return updates;
    }

    private SortedMap<String, String> driver() {
        SortedMap<String, String> driver = new TreeMap<>();
        DRIVER.forEach((id, name) -> driver.put(name, text(id)));
        driver.put(
                "HardwareID",
                page.children("driverhwIDs").stream().map(Element::text).collect(Collectors.joining(", ")));
        driver.values().removeIf(String::isEmpty);
        return driver;
    }
}
