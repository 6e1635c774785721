package io.patchbay.provider.microsoft.scan;

import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Eula;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a licence's text that package.xml lists: their digests, and where they are. */
final class Licences {
    private final FileLocations locations;
    private final SortedMap<String, Integer> listed;

    /**
     * The licence of an update.
     *
     * @param listed the numbers of the files by language
     */
    Licences(FileLocations locations, SortedMap<String, Integer> listed) {
        this.locations = locations;
        this.listed = listed;
    }

    /** The addresses by language. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        listed.forEach((language, file) -> texts.put(language, locations.url(file)));
        return texts;
    }

    List<Eula.TextFile> files() {
        return listed.entrySet().stream()
                .map(entry -> file(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Eula.TextFile file(String language, int file) {
        return new Eula.TextFile(Payload.listed(locations, file, language, Patching.SELF_CONTAINED), "");
    }
}
