package io.patchbay.model;

import java.util.Objects;

/**
 * The succession of releases in which a newer one supersedes the older: one product, in one channel, for one architecture, in one
 * language group, in one kind of package. Versions are never compared across lines.
 *
 * <p>Lines that differ in the package type only are alternatives: their updates of one version install the same, and who deploys chooses one,
 * even if the rules of both say that it is needed. So are lines that differ in the language group, where nothing is installed yet.
 *
 * @param product the product's name
 * @param channel {@code release}, {@code esr-128}, {@code lts-17}; {@code release} if the vendor has one channel
 * @param architecture the processor
 * @param languages the language group; blank if one package serves all languages, or each language has its file in the update
 * @param packageType {@code exe}, {@code msi}
 */
public record Line(String product, String channel, Architecture architecture, String languages, String packageType) {
    public Line {
        Objects.requireNonNull(product);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(architecture);
        Objects.requireNonNull(languages);
        Objects.requireNonNull(packageType);
    }

    /** The line as one text, for keys and messages: {@code Firefox/esr-128/x64/msi}. */
    @Override
    public String toString() {
        String group = languages.isEmpty() ? "" : languages + '/';
        return product + '/' + channel + '/' + architecture.title() + '/' + group + packageType;
    }
}
