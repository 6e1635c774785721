package io.patchbay.catalog.view;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * As much of a digest as it takes to notice a contradiction, since a view holds all of them. Nobody can find another file with the same
 * half of a digest; two names can have the same subject, but hardly in one update.
 *
 * @param subject tells file name and algorithm
 * @param value the first 64 bits
 */
public record DigestMark(int subject, long value) {
    private static final int DIGITS = 16;

    /** Those of all digests of files. */
    static List<DigestMark> of(List<ContentFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        List<DigestMark> marks = new ArrayList<>();
        for (ContentFile file : files) {
            for (Digest digest : file.digests()) {
                marks.add(of(file, digest));
            }
        }
        return List.copyOf(marks);
    }

    private static DigestMark of(ContentFile file, Digest digest) {
        int subject = Objects.hash(file.name(), digest.algorithm().title());
        return new DigestMark(subject, Long.parseUnsignedLong(digest.value().substring(0, DIGITS), DIGITS));
    }

    /** Whether both have digests of a subject, and none in common. A name can stand for several files of an update. */
    static boolean contradict(List<DigestMark> some, List<DigestMark> others) {
        if (some.isEmpty() || others.isEmpty() || some.equals(others)) {
            return false;
        }
        Set<DigestMark> common = new HashSet<>(some);
        common.retainAll(Set.copyOf(others));
        Set<Integer> disputed = subjects(some);
        disputed.retainAll(subjects(others));
        disputed.removeAll(subjects(common));
        return !disputed.isEmpty();
    }

    private static Set<Integer> subjects(Iterable<DigestMark> marks) {
        Set<Integer> subjects = new HashSet<>();
        marks.forEach(mark -> subjects.add(mark.subject()));
        return subjects;
    }
}
