package io.patchbay.provider.microsoft.scan;

import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of an update: what its fragments say about them, and the addresses that package.xml gives by SHA-1. */
final class Payload {
    private final FileLocations locations;
    /** Numbers of the files that package.xml says are the update's; only these are looked up. */
    private final int[] listed;

    Payload(FileLocations locations, int[] listed) {
        this.locations = locations;
        this.listed = listed;
    }

    List<ContentFile> located(List<ContentFile> files) {
        List<ContentFile> located = new ArrayList<>(files.size());
        for (ContentFile file : files) {
            located.add(located(file));
        }
        return located;
    }

    private ContentFile located(ContentFile file) {
        List<URI> urls = new ArrayList<>(1);
        for (Digest digest : file.digests()) {
            String url =
                    digest.algorithm() == Algorithm.SHA1 ? url(HexFormat.of().parseHex(digest.value())) : "";
            if (!url.isEmpty()) {
                urls.add(URI.create(url));
            }
        }
        return new ContentFile(file.name(), file.size(), file.digests(), urls, file.language(), file.patching());
    }

    private String url(byte[] sha1) {
        int file = locations.find(sha1);
        for (int number : listed) {
            if (number == file) {
                return locations.url(file);
            }
        }
        return "";
    }

    /** Files of which only package.xml knows: they are named as their addresses end. */
    List<ContentFile> listed() {
        List<ContentFile> files = new ArrayList<>(listed.length);
        for (int i = 0; i < listed.length; i++) {
            if (isFirst(i)) {
                files.add(listed(locations, listed[i], null, Patching.OTHER));
            }
        }
        return files;
    }

    private boolean isFirst(int place) {
        for (int i = 0; i < place; i++) {
            if (listed[i] == listed[place]) {
                return false;
            }
        }
        return true;
    }

    /** The file of this number, in one language or in all. */
    static ContentFile listed(FileLocations locations, int file, @Nullable String language, Patching patching) {
        String sha1 = HexFormat.of().formatHex(locations.digest(file));
        String url = locations.url(file);
        String name = url.substring(url.lastIndexOf('/') + 1);
        List<Digest> digests = List.of(new Digest(Algorithm.SHA1, sha1, ScanFile.NAME));
        List<URI> urls = url.isEmpty() ? List.of() : List.of(URI.create(url));
        return new ContentFile(name.isEmpty() ? sha1 : name, -1, digests, urls, language, patching);
    }
}
