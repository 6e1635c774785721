package io.patchbay.shell;

import io.patchbay.deployer.Deployer;
import io.patchbay.fetch.FeedClient;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.sync.Sync;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The command that records what an upstream publishes now. */
@Component(service = {RecordCommand.class, Documented.class})
@GogoCommand(scope = "patchbay", function = "record")
public final class RecordCommand implements Documented {
    private static final Usage USAGE = Usage.of(
            "record",
            "FILE|PROVIDER DIR",
            "Fetches what a provider's upstream publishes now into a new folder, as a case to test with; the catalogue is not"
                    + " touched. FILE is a jar or a file that describes a provider, DIR is made; both are absolute paths.");

    private final BundleContext context;
    private final Sync sync;
    private final FeedClient client;
    private final Clock clock = Clock.systemUTC();

    /** Absent until the deployer has dealt with what was in the folder at the start. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Deployer deployer;

    /** Called by the framework. */
    @Activate
    public RecordCommand(BundleContext context, @Reference Sync sync, @Reference FeedClient client) {
        this.context = context;
        this.sync = sync;
        this.client = client;
    }

    @Override
    public List<Usage> usages() {
        return List.of(USAGE);
    }

    /** {@code patchbay:record}. */
    @Descriptor("records what an upstream publishes now, as a case to test with")
    public void record(String... words) throws CommandException {
        Command.run(USAGE, words, (arguments, out) -> {
            List<String> operands = arguments.operands(2, "FILE or PROVIDER, and DIR");
            Path folder = Arguments.absolute(USAGE, operands.get(1));
            if (Files.exists(folder)) {
                throw new CommandException("record: " + folder + " is there already");
            }
            try (ChosenProvider chosen = ChosenProvider.open(context, sync, deployer, operands.get(0))) {
                print(arguments, out, folder, fetch(chosen.provider(), folder));
            }
        });
    }

    private Snapshot fetch(FeedProvider provider, Path folder) throws CommandException, IOException {
        try {
            Snapshot snapshot =
                    client.fetch(provider, FetchRequest.of(folder, null)).snapshot();
            Files.writeString(folder.resolve("ORIGIN"), origin(provider, snapshot));
            return snapshot;
        } catch (FeedException e) {
            throw new CommandException("record: " + e.getMessage());
        }
    }

    private String origin(FeedProvider provider, Snapshot snapshot) {
        String addresses = snapshot.documents().stream()
                .map(document -> "  " + document.name() + "  " + document.url() + '\n')
                .collect(Collectors.joining());
        return provider.info().vendor() + ", as published on " + LocalDate.now(clock) + ".\n\naddresses\n" + addresses
                + "\nhow it was made\n  Fetched byte for byte; manifest.json says when and with which status.\n";
    }

    private static void print(Arguments arguments, PrintStream out, Path folder, Snapshot snapshot) {
        if (arguments.has("--json")) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("folder", folder);
            fields.put(
                    "documents",
                    snapshot.documents().stream().map(Document::name).toList());
            Json.print(out, fields);
            return;
        }
        Table table = new Table("DOCUMENT", "BYTES", "ADDRESS");
        snapshot.documents()
                .forEach(document -> table.row(document.name(), document.size(), String.valueOf(document.url())));
        table.print(out);
        out.println("recorded in " + folder);
    }
}
