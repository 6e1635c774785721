package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Question;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads the download dialog of one update: a script fills an array with an object for each file. */
final class DownloadDialog {
    static final String FORM = "application/x-www-form-urlencoded";

    /** What it has taken it never gives back, so a long text needs no deep stack. */
    private static final String TEXT = "\\s*=\\s*'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'";

    private static final Pattern UPDATE = Pattern.compile("downloadInformation\\[0]\\.updateID" + TEXT);
    private static final Pattern FIELD =
            Pattern.compile("downloadInformation\\[0]\\.files\\[([0-9]{1,6})]\\.([A-Za-z0-9]+)" + TEXT);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))");

    private DownloadDialog() {}

    /**
     * A file, in the dialog's words; what it does not say is blank.
     *
     * @param digest SHA-1 in Base64
     * @param sha256 in Base64
     * @param architectures such as {@code AMD64}
     * @param languages codes with commas, or {@code all}
     * @param longLanguages names of the languages
     */
    record File(
            String url,
            String digest,
            String sha256,
            String architectures,
            String languages,
            String longLanguages,
            String fileName) {}

    /** What asks for the dialog of an update. */
    static Question question(UpdateId id) {
        String ids = "[{\"size\":0,\"languages\":\"\",\"uidInfo\":\"%s\",\"updateID\":\"%s\"}]".formatted(id, id);
        return Question.of(URI.create("DownloadDialog.aspx"), FORM, Map.of(), "updateIDs=" + SearchPage.encode(ids));
    }

    /** The files of an update, in the order of the dialog. */
    static List<File> read(Snapshot snapshot, Document document, UpdateId id) throws IOException, FeedException {
        CatalogPage page = CatalogPage.open(snapshot, document);
        if (page.isGone()) {
            return List.of();
        }
        page.require("downloadFiles"); // comes after the script, so the script is complete
        String script = script(page);
        Matcher update = UPDATE.matcher(script);
        if (!update.find() || !update.group(1).equalsIgnoreCase(id.toString())) {
            throw page.failure("downloadInformation", "expected the files of update " + id);
        }
        return files(script);
    }

    private static String script(CatalogPage page) throws FeedException {
        for (Element script : page.html().select("script")) {
            if (script.data().contains("downloadInformation = new Array")) {
                return script.data();
            }
        }
        throw page.failure("script", "expected one that fills downloadInformation");
    }

    private static List<File> files(String script) {
        Map<Integer, Map<String, String>> files = new TreeMap<>();
        FIELD.matcher(script).results().forEach(field -> files.computeIfAbsent(
                        Integer.valueOf(field.group(1)), number -> new TreeMap<>())
                .put(field.group(2), unescaped(field.group(3))));
        List<File> read = new ArrayList<>();
        files.values().forEach(fields -> read.add(file(fields)));
        return read;
    }

    private static File file(Map<String, String> fields) {
        return new File(
                fields.getOrDefault("url", ""),
                fields.getOrDefault("digest", ""),
                fields.getOrDefault("sha256", ""),
                fields.getOrDefault("architectures", ""),
                fields.getOrDefault("languages", ""),
                fields.getOrDefault("longLanguages", ""),
                fields.getOrDefault("fileName", ""));
    }

    /** A text without the escapes of JavaScript. */
    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        if (escape.group(3) != null) {
            return escape.group(3);
        }
        String hex = escape.group(1) != null ? escape.group(1) : escape.group(2);
        return Character.toString(Integer.parseInt(hex, 16));
    }
}
