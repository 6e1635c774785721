package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Evidence;
import io.patchbay.catalog.FileEvidence;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which digests providers give of the files of one update, and where they contradict each other. */
final class DigestsSaid {
    private final SortedMap<String, SortedMap<String, SortedSet<String>>> bySubject = new TreeMap<>();

    void add(String provider, List<ContentFile> files) {
        for (ContentFile file : files) {
            for (Digest digest : file.digests()) {
                bySubject
                        .computeIfAbsent(subject(digest.algorithm(), file), key -> new TreeMap<>())
                        .computeIfAbsent(provider, key -> new TreeSet<>())
                        .add(digest.value());
            }
        }
    }

    private static String subject(Algorithm algorithm, ContentFile file) {
        return algorithm.title() + " of " + file.name();
    }

    /** What each provider says, by subject, such as {@code sha256 of a.cab}, where they contradict each other. */
    SortedMap<String, SortedMap<String, String>> contradictions() {
        SortedMap<String, SortedMap<String, String>> found = new TreeMap<>();
        bySubject.forEach((subject, values) -> {
            if (areContradictory(List.copyOf(values.values()))) {
                found.put(subject, texts(values));
            }
        });
        return found;
    }

    /** A name can stand for several files, so only what has no digest in common is a contradiction. */
    private static boolean areContradictory(List<SortedSet<String>> said) {
        for (int i = 1; i < said.size(); i++) {
            SortedSet<String> values = said.get(i);
            if (said.subList(0, i).stream().anyMatch(other -> Collections.disjoint(other, values))) {
                return true;
            }
        }
        return false;
    }

    private static SortedMap<String, String> texts(Map<String, SortedSet<String>> values) {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((provider, digests) -> texts.put(provider, String.join(" ", digests)));
        return texts;
    }

    /** How well files are proven, in their order. */
    List<FileEvidence> evidence(Collection<ContentFile> files) {
        SortedMap<String, SortedMap<String, String>> contradictions = contradictions();
        return files.stream().map(file -> evidence(file, contradictions)).toList();
    }

    private static FileEvidence evidence(ContentFile file, Map<String, SortedMap<String, String>> contradictions) {
        for (Algorithm algorithm : Algorithm.values()) {
            String subject = subject(algorithm, file);
            SortedMap<String, String> said = contradictions.get(subject);
            if (said != null) {
                return new FileEvidence(Evidence.X, subject + ": " + words(said));
            }
        }
        return FileEvidence.of(file);
    }

    private static String words(Map<String, String> values) {
        return values.entrySet().stream()
                .map(said -> said.getKey() + " says " + said.getValue())
                .collect(Collectors.joining(", "));
    }
}
