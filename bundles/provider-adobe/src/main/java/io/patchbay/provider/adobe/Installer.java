package io.patchbay.provider.adobe;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.feeds.vendor.Words;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installer of Reader that the download service lists for a language.
 *
 * @param language the service's word for the language: {@code mui}, {@code en}, {@code eu}
 * @param displayName {@code Reader DC 2026.001.21529 MUI for Windows 64-bit}, by which the service is asked for the address
 */
record Installer(String language, Architecture architecture, String version, String displayName) {
    /** The languages, as the service spells them. */
    static final List<String> LANGUAGES = List.of(
            "mui", "en", "eu", "cn", "tw", "ca", "hr", "cz", "dk", "nl", "fi", "fr", "de", "hu", "it", "jp", "kr", "no",
            "pl", "br", "ro", "ru", "sk", "si", "es", "se", "tr", "ua");

    private static final String QUERY = "&site=enterprise&os=Windows%2011&api_key=dc-get-adobereader-cdn";
    private static final URI HOST = URI.create("https://ardownload2.adobe.com/");
    private static final Pattern ADDRESS = Pattern.compile(
            "https://ardownload[0-9]?\\.adobe\\.com(/pub/adobe/(?:reader|acrobat)/win/AcrobatDC/([0-9]{10})/"
                    + "AcroRdrDC(x64)?\\2_([A-Za-z]{2}_[A-Z]{2}|MUI)\\.exe)");

    /** Where the service lists what there is for a language. */
    static URI products(String language) {
        return URI.create("products?lang=" + language + QUERY);
    }

    /** Where the service says the address. */
    URI download() {
        String name = URLEncoder.encode(displayName, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create("downloadUrl?name=" + name + "&lang=" + language + QUERY);
    }

    /** The name of the document with the address: {@code downloads/mui-x64.json}. */
    String downloadName() {
        return language + '-' + architecture.title() + ".json";
    }

    /** What is listed for Windows; a product without a version, as between two releases, is left out. */
    static List<Installer> read(Snapshot snapshot, Document list) throws IOException, FeedException {
        String language = list.name().replaceAll(".*/|\\.json$", "");
        List<Installer> installers = new ArrayList<>();
        Value products = Json.read(snapshot, list).get("products").get("reader");
        for (Value product : products.items("products")) {
            String name = product.get("displayName").text();
            if (!name.contains(" for Windows")) {
                throw product.get("displayName").failure("a product for Windows");
            }
            String version = product.get("version").version(VersionScheme.ADOBE_CONTINUOUS);
            Architecture processor = name.endsWith("64-bit") ? Architecture.X64 : Architecture.X86;
            installers.add(new Installer(language, processor, version, name));
        }
        return installers;
    }

    /** The address, on one of the many hosts that have the same files. */
    URI address(Value answer) throws FeedException {
        Value value = answer.get("downloadURL");
        Matcher address = ADDRESS.matcher(value.text());
        boolean own = address.matches()
                && address.group(2).equals(version.replace(".", ""))
                && (address.group(3) != null) == (architecture == Architecture.X64);
        if (!own) {
            throw value.failure("the address of the installer of " + displayName);
        }
        return HOST.resolve(address.group(1));
    }

    /** The whole of Reader in a language; in the catalogue it is an application, because a patch is less to download. */
    Update update(URI address, List<Bulletin> bulletins) {
        String file = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        String word =
                file.substring(file.indexOf('_') + 1, file.lastIndexOf('.')).replace('_', '-');
        boolean all = word.equals("MUI");
        Version known = Version.of(VersionScheme.ADOBE_CONTINUOUS, version);
        Words words = Words.of(known).with("installer", file).with("language", word);
        WindowsPackage of = AdobeProvider.VENDOR
                .packages(all ? "multilingual" : "single", known, words, architecture)
                .get(0);
        String document = AdobeProvider.DOWNLOADS.name() + '/' + downloadName();
        VendorRelease release = new VendorRelease(document)
                .classified(Classification.APPLICATIONS)
                .licensed(AdobeProvider.VENDOR.licence("terms"));
        Bulletin.fixedBy(bulletins, version, release);
        ContentFile content =
                new ContentFile(file, -1, List.of(), List.of(address), all ? null : word, Patching.SELF_CONTAINED);
        return release.of(of, content, document).build();
    }
}
