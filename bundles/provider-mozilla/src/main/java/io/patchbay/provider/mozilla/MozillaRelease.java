package io.patchbay.provider.mozilla;

import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.feeds.vendor.Words;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A current release of one application in one line of support.
 *
 * @param tag what Mozilla calls it in feeds and addresses: {@code 136.0.2}, {@code 128.8.0esr}
 * @param date when it was released; null if product details do not know it yet
 * @param lineBegan when the first release of its major version came out; null likewise
 */
record MozillaRelease(Application application, String tag, @Nullable LocalDate date, @Nullable LocalDate lineBegan) {
    private static final Pattern TAG = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){1,3}(esr)?");
    private static final Pattern MAJOR = Pattern.compile("[0-9]+\\.0(esr)?");
    private static final String ESR = "esr";

    /** Whether the text names a release: neither a beta nor a nightly. */
    static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    /**
     * Whether this is an extended support release. Only the tag says so: product details also list releases without {@code esr}
     * under the keys of extended support, and such a build is the release edition.
     */
    boolean isEsr() {
        return tag.endsWith(ESR);
    }

    /** Whether it begins a major version rather than maintaining one. */
    boolean isMajor() {
        return MAJOR.matcher(tag).matches();
    }

    int majorVersion() {
        return Integer.parseInt(tag.substring(0, tag.indexOf('.')));
    }

    /** The version without the edition: {@code 128.8.0}. */
    String canonical() {
        return isEsr() ? tag.substring(0, tag.length() - ESR.length()) : tag;
    }

    Version version() {
        String display = isEsr() ? canonical() + " ESR" : tag;
        return new Version(VersionScheme.MOZILLA, canonical(), display, canonical(), tag);
    }

    /** The name of the product: {@code Firefox ESR}. */
    String product() {
        return isEsr() ? application.title() + " ESR" : application.title();
    }

    /**
     * Its packages. Thunderbird's release and its ESR look the same once installed, but for their versions.
     *
     * @param others all that is current
     */
    List<WindowsPackage> packages(List<MozillaRelease> others) {
        List<String> lines = others.stream()
                .filter(other -> other.application == application && other.isEsr())
                .map(other -> Integer.toString(other.majorVersion()))
                .sorted(Comparator.comparing(Integer::valueOf))
                .toList();
        Version version = version();
        return MozillaProvider.VENDOR.packages(
                product(), version, Words.of(version).with("esr", lines));
    }

    /** The folder of its files, from the root of the archive. */
    String folder() {
        return application.folder() + "/releases/" + tag + '/';
    }

    /** The name of its checksum list in the family of those. */
    String sumsName() {
        return application.folder() + '-' + tag;
    }

    /** What advisories may call it. They mostly name a Thunderbird ESR without saying that it is one. */
    List<Fix> fixes() {
        Fix own = Fix.of(product(), canonical());
        boolean unmarked = application == Application.THUNDERBIRD && isEsr();
        return unmarked ? List.of(own, Fix.of(application.title(), canonical())) : List.of(own);
    }
}
