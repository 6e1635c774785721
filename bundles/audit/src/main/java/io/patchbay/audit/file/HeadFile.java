package io.patchbay.audit.file;

import io.patchbay.audit.Verification;
import io.patchbay.audit.Verification.Flaw;
import io.patchbay.feeds.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last record that was acknowledged, in a file away from the log, so that a log cut short is found to be one. */
final class HeadFile {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64})\n");
    private static final String ALTERED = "the head of the log is missing, or not as it was written";

    private final Path file;

    HeadFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** What was written last; empty if it is missing or altered. */
    Optional<Link> find() throws IOException {
        Matcher matcher = FORM.matcher(exists() ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
        return matcher.matches()
                ? Optional.of(new Link(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** What was written last. */
    Link read() throws IOException {
        return find().orElseThrow(() ->
                new AlteredException("the audit log was altered, so nothing is added to it: " + file + ": " + ALTERED));
    }

    /** What a check of a log without a head finds. */
    Verification missing() {
        Flaw flaw = new Flaw(file.getFileName().toString(), 1, ALTERED);
        return new Verification(0, Link.START.sha256(), 0, Optional.of(flaw));
    }

    /** Writes it; when this returns, it is on the disk. */
    void write(Link head) throws IOException {
        String text = head.number() + " " + head.sha256() + "\n";
        DurableFile.replace(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
