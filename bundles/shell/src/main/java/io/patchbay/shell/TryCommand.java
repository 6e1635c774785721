package io.patchbay.shell;

import io.patchbay.deployer.Deployer;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.sync.Examination;
import io.patchbay.sync.Sync;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The command that shows what a provider reads out of a snapshot. It is a function of its own, because no method can be named so. */
@Component(service = {Function.class, Documented.class})
@GogoCommand(scope = "patchbay", function = "try")
public final class TryCommand implements Function, Documented {
    private static final Usage USAGE = Usage.of(
            "try",
            "FILE|PROVIDER SNAPSHOT",
            "Shows what a provider would publish of a snapshot and what would be held, without touching the catalogue. FILE is a jar or a file that"
                    + " describes a provider, SNAPSHOT the folder of a recorded case; both are absolute paths.");

    private final BundleContext context;
    private final Sync sync;

    /** Absent until the deployer has dealt with what was in the folder at the start. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Deployer deployer;

    /** Called by the framework. */
    @Activate
    public TryCommand(BundleContext context, @Reference Sync sync) {
        this.context = context;
        this.sync = sync;
    }

    @Override
    public List<Usage> usages() {
        return List.of(USAGE);
    }

    @Override
    public @Nullable Object execute(CommandSession session, List<Object> arguments) throws CommandException {
        String[] words = arguments.stream().map(String::valueOf).toArray(String[]::new);
        Command.run(USAGE, words, this::attempt);
        return null;
    }

    private void attempt(Arguments arguments, PrintStream out)
            throws CommandException, IOException, InterruptedException {
        List<String> operands = arguments.operands(2, "FILE or PROVIDER, and SNAPSHOT");
        Path folder = Arguments.absolute(USAGE, operands.get(1));
        try (ChosenProvider chosen = ChosenProvider.open(context, sync, deployer, operands.get(0))) {
            Snapshot snapshot = SnapshotFolder.open(folder);
            Findings findings = new Findings();
            chosen.provider().parse(snapshot, findings);
            findings.requireAny(snapshot.name());
            print(arguments, out, findings, sync.examine(chosen.provider(), chosen.bundle(), snapshot));
        } catch (FeedException e) {
            throw new CommandException("try: the snapshot is refused, " + e.getMessage() + " (" + e.code() + ")");
        }
    }

    private static void print(Arguments arguments, PrintStream out, Findings findings, Examination review) {
        if (arguments.has("--json")) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("updates", findings.updates());
            fields.put("advisories", findings.advisories());
            fields.put("held", RunFields.objections(review));
            Json.print(out, fields);
            return;
        }
        Table table =
                new Table("VERSION", "RELEASED", "CLASSIFICATION", "SEVERITY", "CVES", "FILES", "DIGESTS", "TITLE");
        findings.updates().forEach(update -> row(table, update));
        table.print(out);
        review.run().forEach(objection -> out.println("would hold the whole run: " + objection));
        review.updates()
                .forEach((id, objections) ->
                        objections.forEach(objection -> out.println("would hold " + id + ": " + objection)));
        out.println(
                findings.updates().size() + " updates, " + findings.advisories().size() + " advisories, "
                        + review.updates().size() + " would be held; the catalogue is as it was");
    }

    private static void row(Table table, Update update) {
        Release release = update.release();
        table.row(
                release.version() == null ? "" : release.version().display(),
                Objects.toString(release.released(), ""),
                release.classification().title(),
                update.security().severity().title(),
                update.security().cves().size(),
                update.files().size(),
                update.files().stream().mapToInt(file -> file.digests().size()).sum(),
                update.description().title());
    }
}
