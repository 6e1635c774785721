package io.patchbay.benchmarks;

import io.patchbay.cabinet.CabinetWriter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Cuts the updates into shards by ascending RevisionId, and writes them: core fragments first, then properties, then texts. */
final class Shards {
    static final LocalDateTime TIME = LocalDateTime.of(2026, 6, 9, 16, 0);
    private static final long MOST_BYTES = 340_000_000;
    private static final int MOST_MEMBERS = 60_000;
    private static final int DETAILS_LENGTH = 1_200;

    private final Population population;
    private final Facts facts;
    private final CoreFragment core;
    private final Details details;
    private final Counts counts;

    Shards(Facts facts, Counts counts) {
        this.population = facts.population;
        this.facts = facts;
        this.core = new CoreFragment(facts);
        this.details = new Details(facts);
        this.counts = counts;
    }

    /** Where shards begin. */
    List<Integer> starts() {
        List<Integer> starts = new ArrayList<>(List.of(0));
        long bytes = 0;
        int members = 0;
        for (int update = 0; update < population.size(); update++) {
            int more = 2 + facts.described(update).size();
            long length = core.length(update) + (long) more * DETAILS_LENGTH;
            if ((bytes + length > MOST_BYTES && bytes > 0) || members + more > MOST_MEMBERS) {
                starts.add(update);
                bytes = 0;
                members = 0;
            }
            bytes += length;
            members += more;
        }
        return starts;
    }

    void write(int from, int to, CabinetWriter cabinet, Path file) throws IOException {
        for (int update = from; update < to; update++) {
            add(cabinet, "c\\" + population.revisionId(update), core.open(update));
        }
        for (int update = from; update < to; update++) {
            add(cabinet, "x\\" + population.revisionId(update), details.extended(update));
        }
        for (String language : languages(from, to)) {
            writeTexts(from, to, language, cabinet);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            cabinet.writeTo(out);
        }
    }

    private SortedSet<String> languages(int from, int to) {
        SortedSet<String> languages = new TreeSet<>();
        for (int update = from; update < to; update++) {
            languages.addAll(facts.described(update));
        }
        return languages;
    }

    private void writeTexts(int from, int to, String language, CabinetWriter cabinet) throws IOException {
        for (int update = from; update < to; update++) {
            if (facts.described(update).contains(language)) {
                String name = "l\\" + language + '\\' + population.revisionId(update);
                add(cabinet, name, details.localized(update, language));
            }
        }
    }

    private void add(CabinetWriter cabinet, String name, byte[] content) throws IOException {
        add(cabinet, name, new ByteArrayInputStream(content));
    }

    private void add(CabinetWriter cabinet, String name, InputStream content) throws IOException {
        CountingStream counted = new CountingStream(content);
        cabinet.add(name, TIME, counted);
        counts.add("fragments", 1);
        counts.add("expanded.bytes", counted.count());
    }
}
