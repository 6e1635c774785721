package io.patchbay.feeds.sdp;

import io.patchbay.model.Description;
import io.patchbay.model.Product;
import io.patchbay.model.Release;
import io.patchbay.model.Rollout;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a package, the reverse of {@link PackageReader}. */
final class PackageElement {
    /** The longest name of a product or a vendor. */
    private static final int NAME = 200;

    private static final Set<Rollout> NOT_GIVEN_OUT = EnumSet.of(Rollout.EXISTS, Rollout.SETTLING);

    private final SdpPackage from;
    private final Update update;
    private final String created;

    private PackageElement(SdpPackage from) {
        this.from = from;
        this.update = from.update();
        LocalDate released = update.release().released();
        LocalDate day = released == null ? from.firstSeen() : released;
        this.created = update.installation().attributes().getOrDefault(Extra.CREATION_DATE, day + "T00:00:00Z");
    }

    static Element of(SdpPackage from, Namespace space) throws InexpressibleException {
        return new PackageElement(from).element(space);
    }

    private Element element(Namespace space) throws InexpressibleException {
        if (update.licensing().eula() != null) {
            throw new InexpressibleException("its licence must be accepted, for which SDP has no place");
        }
        if (NOT_GIVEN_OUT.contains(update.release().rollout())) {
            throw new InexpressibleException("its vendor does not give it out yet, which SDP cannot say");
        }
        Element element = new Element(space, "SoftwareDistributionPackage")
                .with("SchemaVersion", "1.0")
                .add(properties());
        TextElements.of(update.description()).forEach(element::add);
        element.add(new TypeDataElement(update).element());
        boolean item = from.items().isEmpty() && ItemElement.isNeeded(update);
        if (!item) {
            ItemElement.add(element, "IsInstallable", update.applicability().isInstallable());
            ItemElement.add(element, "IsInstalled", update.applicability().isInstalled());
        }
        relationships().forEach(element::add);
        for (Update each : item ? List.of(update) : from.items()) {
            element.add(new ItemElement(each, created).element());
        }
        return element;
    }

    private Element properties() throws InexpressibleException {
        Release release = update.release();
        Description description = update.description();
        Element element = new Element(Namespace.SDP, "Properties")
                .with("PackageID", update.id().toString())
                .with("CreationDate", SimpleType.TIME.check("CreationDate", created))
                .with("PublicationState", Words.of(Words.PUBLICATION, update.publication()))
                .with("UpdateType", Words.of(Words.TYPE, type()));
        if (!release.vendor().isBlank()) {
            element.with("VendorName", Limit.cut(release.vendor(), NAME));
        }
        for (String name : List.of(Extra.SOURCE_REQUIRED, Extra.CLIENT_SERVICING)) {
            if (update.installation().attributes().containsKey(name)) {
                element.with(name, "true");
            }
        }
        links(description.moreInfo().stream(), description.releaseNotes())
                .forEach(url -> element.add("MoreInfoUrl", url));
        links(Stream.empty(), description.support()).forEach(url -> element.add("SupportUrl", url));
        release.products().stream()
                .map(Product::name)
                .filter(name -> !name.isBlank())
                .forEach(name -> element.add("ProductName", Limit.cut(name, NAME)));
        return element;
    }

    /** A bundle of SDP is software that names packages. */
    private UpdateType type() {
        if (update.type() != UpdateType.BUNDLE) {
            return update.type();
        }
        return from.items().isEmpty()
                ? UpdateType.SOFTWARE
                : from.items().get(0).type();
    }

    private static List<String> links(Stream<URI> several, @Nullable URI one) {
        return Stream.concat(several, Stream.ofNullable(one))
                .map(URI::toString)
                .filter(SimpleType.URL::accepts)
                .toList();
    }

    private List<Element> relationships() throws InexpressibleException {
        List<Element> elements = new ArrayList<>();
        add(elements, ids("SupersededPackages", update.relationships().supersedes()));
        Element prerequisites = new Element(Namespace.SDP, "Prerequisites");
        for (SortedSet<UpdateId> group : update.relationships().prerequisites()) {
            prerequisites.add(ids("AtLeastOne", group));
        }
        add(elements, prerequisites);
        add(elements, ids("BundledPackages", bundled()));
        return elements;
    }

    private static void add(List<Element> elements, Element element) {
        if (!element.isEmpty()) {
            elements.add(element);
        }
    }

    private List<UpdateId> bundled() throws InexpressibleException {
        List<UpdateId> packages = new ArrayList<>();
        for (SortedSet<UpdateId> group : update.relationships().bundles()) {
            if (group.size() > 1) {
                throw new InexpressibleException(
                        "it bundles one of " + group.size() + " alternatives, which SDP does not know");
            }
            if (!SdpPackage.isItem(group, from.items())) {
                packages.addAll(group);
            }
        }
        return packages;
    }

    private static Element ids(String name, Collection<UpdateId> ids) {
        Element element = new Element(Namespace.SDP, name);
        ids.forEach(id -> element.add("PackageID", id.toString()));
        return element;
    }
}
