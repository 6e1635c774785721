package io.patchbay.provider.adobe;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Description;
import io.patchbay.model.Detection;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Release;
import io.patchbay.model.Rule;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** Flash Player ended on 2020-12-31, and its feed is gone. Its last release is here to be found and removed, never to be installed. */
final class FlashPlayer {
    static final Product PRODUCT = Product.named("Flash Player", "Adobe Flash");
    static final Update END = end();

    /** No document says it any more. It comes with the index of what there still is. */
    private static final String DOCUMENT = "notes.html";

    private static final String LAST = "32.0.0.465";

    private FlashPlayer() {}

    private static Update end() {
        Line line = new Line(PRODUCT.name(), "release", Architecture.ANY, "", "msi");
        Release release = Release.of(
                        AcrobatPackage.VENDOR,
                        List.of(PRODUCT),
                        Version.of(VersionScheme.FOUR_NUMBERS, LAST),
                        line,
                        Architecture.ANY,
                        List.of(),
                        Classification.UPDATES,
                        LocalDate.of(2020, 12, 8))
                .withEndOfLife(LocalDate.of(2020, 12, 31));
        return Update.builder(UpdateId.of("adobe", PRODUCT.name(), LAST), UpdateType.SOFTWARE)
                .revision(0, PublicationState.EXPIRED)
                .release(release, DOCUMENT)
                .description(
                        Description.english(
                                        "Adobe Flash Player " + LAST + " (end of life)",
                                        "Flash Player ended on 2020-12-31. It is to be removed.")
                                .withLinks(
                                        List.of(URI.create(
                                                "https://www.adobe.com/products/flashplayer/end-of-life.html")),
                                        null),
                        DOCUMENT)
                .applicability(Applicability.of(installed(), new Rule.Constant(false)), DOCUMENT)
                .installation(
                        Installation.of(
                                Handler.NONE, "", "", "uninstall_flash_player.exe -uninstall", List.of(), Reboot.NEVER),
                        DOCUMENT)
                .build();
    }

    /** Any of its three kinds, in whatever version, in either view of the registry. */
    private static Rule installed() {
        return new Rule.Or(List.of(installed(false), installed(true)));
    }

    private static Rule installed(boolean view32) {
        return Detection.uninstallEntry("Adobe Flash Player", new Rule.Constant(true), view32);
    }
}
