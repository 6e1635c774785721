package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Detection;
import io.patchbay.model.Installation;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Rollout;
import io.patchbay.model.Rule;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WindowsPackageTest {
    private static WindowsPackage of(String type, Installation setup) {
        return new WindowsPackage(
                "Example Ltd",
                Product.named("Example", "Example"),
                new Line("Example", "release", Architecture.X64, "", type),
                (comparison, version) -> Detection.uninstallKey("Example", comparison, version, false),
                setup);
    }

    private static Update update(WindowsPackage of, boolean secure) {
        ContentFile file =
                new ContentFile("example-1.2.msi", 5, List.of(), List.of(), null, ContentFile.Patching.SELF_CONTAINED);
        Version version = new Version(VersionScheme.DOTTED, "1.2", "1.2", "1.2.0.7", "v1.2");
        var published = new WindowsPackage.Published(version, null, secure, Rollout.EXISTS);
        return of.update("example", published, file, "releases.json").build();
    }

    @Test
    void saysOfAReleaseWhatNoFeedSays() {
        Update update = update(of("msi", WindowsPackage.msi("example.exe")), false);
        assertEquals("Example 1.2 (x64, msi)", update.description().title());
        assertEquals(Rollout.EXISTS, update.release().rollout());
        assertEquals(Classification.UPDATES, update.release().classification());
        assertEquals(
                new Rule.And(List.of(
                        Detection.processor(Architecture.X64),
                        Detection.uninstallKey("Example", "LessThan", "1.2.0.7", false))),
                update.applicability().isInstallable());
        assertEquals(
                "msiexec.exe /x example-1.2.msi /qn /norestart",
                update.installation().uninstall());
        assertEquals("example.exe", update.installation().attributes().get(WindowsPackage.BLOCKING_PROCESSES));
    }

    @Test
    void keepsTheCommandThatRemovesAProgramWithItsOwnInstaller() {
        Update update = update(of("exe", WindowsPackage.exe("/S", "uninstall.exe /S", "example.exe")), true);
        assertEquals("uninstall.exe /S", update.installation().uninstall());
        assertEquals("/S", update.installation().arguments());
        assertEquals(Classification.SECURITY_UPDATES, update.release().classification());
    }

    @Test
    void tellsPackagesOfOneReleaseApart() {
        Update msi = update(of("msi", WindowsPackage.msi("")), false);
        Update exe = update(of("exe", WindowsPackage.exe("/S", "", "")), false);
        assertNotEquals(msi.id(), exe.id());
        assertNotEquals(msi.release().line(), exe.release().line());
    }
}
