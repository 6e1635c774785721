package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.feeds.WindowsPackage.Published;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Rollout;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The release of a build that the update service gives out, with what version history and the release blog say of it.
 *
 * @param released when it was first given out; null if version history does not say
 * @param posts the posts about it; none until it is announced, and seldom one about the extended channel
 */
record ChromeRelease(Offer offer, Rollout rollout, @Nullable LocalDate released, List<ReleasePost> posts) {
    Update exe() {
        return update(offer.build().exe(offer.version()), offer.file());
    }

    Update msi() {
        return update(offer.build().msi(), offer.build().msiFile());
    }

    private Update update(WindowsPackage of, ContentFile file) {
        Version version = new Version(
                VersionScheme.FOUR_NUMBERS, offer.version(), offer.version(), offer.version(), offer.version());
        boolean secure = posts.stream().anyMatch(ReleasePost::secure);
        Update.Builder update = of.update(
                "google-chrome",
                new Published(version, released, secure, rollout),
                file,
                GoogleChromeProvider.offerName(offer.build()));
        if (!posts.isEmpty()) {
            Description title = Description.english(of.title(version), "");
            update.description(title.withLinks(List.of(), posts.get(0).page()), GoogleChromeProvider.POSTS.name())
                    .security(Security.worstOf(List.of(), cves()), GoogleChromeProvider.POSTS.name());
        }
        return update.build();
    }

    private List<Cve> cves() {
        return posts.stream().flatMap(post -> post.cves().stream()).distinct().toList();
    }
}
