package io.patchbay.shell;

import io.patchbay.catalog.Catalog;
import io.patchbay.feeds.sdp.SdpPackage;
import io.patchbay.feeds.sdp.SdpWriter;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The command that writes a third-party catalogue. It is a function of its own, because no method can have a hyphen in
 * its name.
 */
@Component(service = {Function.class, Documented.class})
@GogoCommand(scope = "patchbay", function = "export-sdp")
public final class ExportCommand implements Function, Documented {
    private static final Usage USAGE = Filters.in(Usage.of(
            "export-sdp",
            "FILE",
            "Writes the updates that match as a third-party catalogue for System Center (SCUP, SDP): a cabinet that"
                    + " takes the place of FILE, an absolute path. Lists the updates that such a catalogue cannot"
                    + " express, and why, and those that need others which are not in it."));

    private final Catalog catalog;
    private final KnownNames names;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    /** Exports from this catalogue. */
    @Activate
    public ExportCommand(@Reference Catalog catalog, @Reference KnownNames names) {
        this.catalog = catalog;
        this.names = names;
    }

    /** An update that the catalogue cannot express. */
    private record Refused(UpdateId id, String reason, String title) {
        Map<String, Object> fields() {
            return new TreeMap<>(Map.of("id", id, "reason", reason, "title", title));
        }
    }

    /** An update that needs others, which are not in the catalogue. */
    private record Incomplete(UpdateId id, List<UpdateId> needs) {
        Map<String, Object> fields() {
            return new TreeMap<>(Map.of("id", id, "needs", needs));
        }
    }

    /** What is to be said of an export. */
    private static final class Findings implements SdpWriter.Refusals {
        private final List<Refused> refused = new ArrayList<>();
        private final List<Incomplete> incomplete = new ArrayList<>();

        @Override
        public void refused(SdpPackage left, String reason) {
            Update update = left.update();
            refused.add(new Refused(update.id(), reason, update.description().title()));
        }

        @Override
        public void unresolved(UpdateId written, SortedSet<UpdateId> missing) {
            incomplete.add(new Incomplete(written, List.copyOf(missing)));
        }
    }

    @Override
    public List<Usage> usages() {
        return List.of(USAGE);
    }

    @Override
    public @Nullable Object execute(CommandSession session, List<Object> arguments) throws CommandException {
        String[] words = arguments.stream().map(String::valueOf).toArray(String[]::new);
        Command.run(USAGE, words, this::export);
        return null;
    }

    private void export(Arguments arguments, PrintStream out) throws CommandException, IOException {
        Path file = file(arguments);
        SdpPackages packages = new SdpPackages(catalog.view(), names.filters(arguments));
        Findings findings = new Findings();
        AtomicLong written = new AtomicLong();
        AtomicFile.write(file, stream -> {
            written.set(write(packages, file, findings, stream));
            return written.get() > 0;
        });
        print(arguments, out, file, written.get(), findings);
        if (written.get() == 0) {
            throw new CommandException(
                    "export-sdp: " + nothing(findings.refused) + "; " + file + " is as it was before");
        }
    }

    private long write(SdpPackages packages, Path file, Findings findings, OutputStream stream) throws IOException {
        return SdpWriter.write(packages, name(file), LocalDateTime.now(clock), findings, stream);
    }

    private static String nothing(List<Refused> refused) {
        return refused.isEmpty()
                ? "no update matches"
                : "none of the " + refused.size() + " updates that match can be expressed in such a catalogue";
    }

    private static void print(Arguments arguments, PrintStream out, Path file, long written, Findings findings) {
        if (arguments.has("--json")) {
            Json.print(out, fields(file, written, findings));
            return;
        }
        print(out, findings.refused);
        if (written > 0) {
            printIncomplete(out, findings.incomplete);
            out.println(written + " updates written to " + file + ", " + findings.refused.size() + " left out");
        }
    }

    private static Map<String, Object> fields(Path file, long written, Findings findings) {
        var refused = findings.refused.stream().map(Refused::fields).toList();
        var incomplete = findings.incomplete.stream().map(Incomplete::fields).toList();
        return new TreeMap<>(Map.of("file", file, "written", written, "refused", refused, "incomplete", incomplete));
    }

    private static void print(PrintStream out, List<Refused> refused) {
        if (!refused.isEmpty()) {
            Table table = new Table("LEFT OUT", "BECAUSE", "TITLE");
            refused.forEach(each -> table.row(each.id(), each.reason(), each.title()));
            table.print(out);
        }
    }

    private static void printIncomplete(PrintStream out, List<Incomplete> incomplete) {
        if (!incomplete.isEmpty()) {
            Table table = new Table("WRITTEN", "NEEDS, NOT IN THE CATALOGUE");
            incomplete.forEach(each -> each.needs().forEach(needed -> table.row(each.id(), needed)));
            table.print(out);
        }
    }

    /** The engine's working folder is not the operator's. */
    private static Path file(Arguments arguments) throws CommandException {
        String text = arguments.onlyOperand("the file to write");
        try {
            Path file = Path.of(text);
            if (file.isAbsolute() && file.getFileName() != null) {
                return file;
            }
        } catch (InvalidPathException e) {
            // Falls to the one message for everything that is no such path.
        }
        throw new CommandException("export-sdp: FILE must be an absolute path, not \"" + text + '"');
    }

    /** The name of the catalogue: that of the file, without what stands behind its last dot. */
    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
