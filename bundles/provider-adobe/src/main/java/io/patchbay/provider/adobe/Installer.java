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
import io.patchbay.model.Rollout;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An installer of Reader that the download service lists for a language.
 *
 * @param language the service's word for the language: {@code mui}, {@code en}, {@code eu}
 * @param displayName {@code Reader 2024.001.20604 MUI for Windows-64bit}, by which the service is asked for the address
 */
record Installer(String language, Architecture architecture, String version, String displayName) {
    /** The service's word for what is in all languages. */
    static final String MUI = "mui";

    /** The single languages, as the service spells them and as Windows numbers them, which product codes do, too. */
    static final SortedMap<String, String> LANGUAGES = new TreeMap<>(Stream.of(
                    "en 1033", "eu 1069", "cn 2052", "tw 1028", "ca 1027", "hr 1050", "cz 1029", "dk 1030", "nl 1043",
                    "fi 1035", "fr 1036", "de 1031", "hu 1038", "it 1040", "jp 1041", "kr 1042", "no 1044", "pl 1045",
                    "br 1046", "ro 1048", "ru 1049", "sk 1051", "si 1060", "es 1034", "se 1053", "tr 1055", "ua 1058")
            .map(language -> language.split(" "))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));

    private static final String ENDING = ".json";
    private static final String QUERY = "&site=enterprise&os=Windows%2011&api_key=dc-get-adobereader-cdn";

    /** The service was seen to write {@code for Windows}, with two blanks too, and {@code for Windows-64bit}. */
    private static final Pattern FOR_WINDOWS = Pattern.compile(".* for +Windows(?:[ -](32|64)-?bit)?");

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
        return language + '-' + architecture.title() + ENDING;
    }

    /** What is listed for Windows; a product without a version, as between two releases, is left out. */
    static List<Installer> read(Snapshot snapshot, Document list) throws IOException, FeedException {
        String file = list.name().substring(list.name().lastIndexOf('/') + 1);
        String language = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        List<Installer> installers = new ArrayList<>();
        Value products = Json.read(snapshot, list).get("products").get("reader");
        for (Value product : products.items("products")) {
            String name = product.get("displayName").text();
            Matcher windows = FOR_WINDOWS.matcher(name);
            if (!windows.matches()) {
                throw product.get("displayName").failure("a product for Windows");
            }
            String version = product.get("version").version(VersionScheme.ADOBE_CONTINUOUS);
            Architecture processor = "64".equals(windows.group(1)) ? Architecture.X64 : Architecture.X86;
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

    /**
     * The whole of Reader in a language; in the catalogue it is an application, because a patch is less to download.
     *
     * @param stage how far the language has come with it
     */
    Update update(URI address, Rollout stage, List<Bulletin> bulletins) throws FeedException {
        String file = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        String word =
                file.substring(file.indexOf('_') + 1, file.lastIndexOf('.')).replace('_', '-');
        boolean all = word.equals("MUI");
        Version known = Version.of(VersionScheme.ADOBE_CONTINUOUS, version);
        Words words =
                Words.of(known).with("installer", file).with("language", word).with("lcid", all ? "" : number());
        WindowsPackage of = AdobeProvider.VENDOR
                .packages(all ? "multilingual" : "single", known, words, architecture)
                .get(0);
        String document = AdobeProvider.DOWNLOADS.name() + '/' + downloadName();
        VendorRelease release = new VendorRelease(document)
                .classified(Classification.APPLICATIONS)
                .rollout(stage)
                .licensed(AdobeProvider.VENDOR.licence("terms"));
        Bulletin.fixedBy(bulletins, version, release);
        ContentFile content =
                new ContentFile(file, -1, List.of(), List.of(address), all ? null : word, Patching.SELF_CONTAINED);
        return release.of(of, content, document).build();
    }

    private String number() throws FeedException {
        String number = LANGUAGES.get(language);
        if (number == null) {
            throw new FeedException(
                    AdobeProvider.DOWNLOADS.name() + '/' + downloadName(),
                    "/downloadURL",
                    "expected the installer of all languages, or one of " + LANGUAGES.keySet());
        }
        return number;
    }
}
