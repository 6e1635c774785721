package io.patchbay.shell;

import io.patchbay.deployer.Deployer;
import io.patchbay.deployer.DropIn;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.Sync;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Commands about what is plugged in, and what was refused. */
@Component(service = {ProviderCommands.class, Documented.class})
@GogoCommand(
        scope = "patchbay",
        function = {"providers", "feeds"})
public final class ProviderCommands implements Documented {
    private static final Usage PROVIDERS = Usage.of(
            "providers",
            "",
            "Lists the providers, running (in a process of its own if isolated) or gone, and the jars of the drop-in folder that do not run, and why.");
    private static final Usage FEEDS = Usage.of(
            "feeds",
            "[PROVIDER...]",
            "Lists the documents that providers read, how old they are, when they changed, and who vouches for them. ADDRESS is the provider's own,"
                    + " also where another is configured.");

    private final Clock clock = Clock.systemUTC();
    private final Sync sync;
    private final KnownNames names;

    /** Absent until the deployer has dealt with what was in the folder at the start. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Deployer deployer;

    /** Works on this engine. */
    @Activate
    public ProviderCommands(@Reference Sync sync, @Reference KnownNames names) {
        this.sync = sync;
        this.names = names;
    }

    @Override
    public List<Usage> usages() {
        return List.of(PROVIDERS, FEEDS);
    }

    /** {@code patchbay:providers}. */
    @Descriptor("lists the providers, and the jars that were refused")
    public void providers(String... words) throws CommandException {
        Command.run(PROVIDERS, words, (arguments, out) -> {
            List<ProviderStatus> all = sync.providers();
            List<DropIn> dropIns = dropIns();
            List<DropIn> idle = dropIns.stream()
                    .filter(jar -> jar.state() != DropIn.State.STARTED)
                    .toList();
            if (arguments.has("--json")) {
                Stream<Map<String, @Nullable Object>> plugged =
                        all.stream().map(p -> RunFields.of(p, dropIn(p, dropIns)));
                Json.print(
                        out,
                        Stream.concat(plugged, idle.stream().map(RunFields::of)).toList());
                return;
            }
            Table table = new Table("PROVIDER", "VERSION", "STATE", "FEEDS", "VENDOR", "PRODUCTS", "NOTE");
            all.forEach(p -> table.row(
                    p.id(),
                    p.version(),
                    presence(p),
                    feeds(p),
                    p.info() == null ? "" : p.info().vendor(),
                    String.join(", ", RunFields.products(p)),
                    note(p, dropIn(p, dropIns))));
            idle.forEach(jar -> table.row("", jar.version(), UpdateFields.word(jar.state()), "", "", "", note(jar)));
            table.print(out);
        });
    }

    private List<DropIn> dropIns() {
        Deployer present = deployer;
        return present == null ? List.of() : present.dropIns();
    }

    /** The file that a provider was dropped in as; null for those that the engine ships. */
    private static @Nullable DropIn dropIn(ProviderStatus status, List<DropIn> dropIns) {
        return dropIns.stream()
                .filter(jar -> jar.state() == DropIn.State.STARTED)
                .filter(jar -> jar.symbolicName().equals(status.bundle())
                        && jar.version().equals(status.version()))
                .findFirst()
                .orElse(null);
    }

    /** What an operator should know of a provider: its file and who signed that, then whatever else there is. */
    private static String note(ProviderStatus status, @Nullable DropIn jar) {
        if (jar == null) {
            return status.note();
        }
        String origin = jar.file() + (jar.signer().isEmpty() ? ", not signed" : ", signed by " + jar.signer());
        return status.note().isEmpty() ? origin : origin + "; " + status.note();
    }

    /** The file and why it does not run. */
    static String note(DropIn jar) {
        return jar.reason().isEmpty() ? jar.file() : jar.file() + ": " + jar.reason();
    }

    /** Whether it runs, as an administrator reads it. */
    static String presence(ProviderStatus status) {
        String running = status.isolated() ? "running, isolated" : "running";
        return status.presence() == ProviderStatus.Presence.PRESENT ? running : "provider absent";
    }

    /** How the worst of its feeds is doing, as an administrator reads it. */
    static String feeds(ProviderStatus status) {
        return status.presence() == ProviderStatus.Presence.PRESENT ? UpdateFields.word(status.freshness()) : "";
    }

    /** {@code patchbay:feeds}. */
    @Descriptor("lists the documents that providers read")
    public void feeds(String... words) throws CommandException {
        Command.run(FEEDS, words, (arguments, out) -> {
            List<String> providers = names.providers(arguments);
            Map<String, List<FeedStatus>> chosen = new TreeMap<>();
            for (ProviderStatus provider : sync.providers()) {
                if (providers.isEmpty() || providers.contains(provider.id())) {
                    chosen.put(provider.id(), sync.feeds(provider.id()));
                }
            }
            if (arguments.has("--json")) {
                Json.print(
                        out,
                        chosen.entrySet().stream()
                                .flatMap(p -> p.getValue().stream().map(feed -> RunFields.of(p.getKey(), feed)))
                                .toList());
                return;
            }
            Table table = new Table(
                    "PROVIDER", "FEED", "FORMAT", "LIMIT", "AGE", "CHANGED", "STATE", "TRUST", "ADDRESS", "NOTE");
            chosen.forEach((provider, feeds) -> feeds.forEach(status -> table.row(
                    provider,
                    status.feed().name(),
                    status.feed().format(),
                    (status.feed().sizeLimit() >> 20) + " MiB",
                    FeedTrust.age(status, clock),
                    status.changed() == null ? "" : FeedTrust.age(status.changed(), clock),
                    UpdateFields.word(status.freshness()),
                    FeedTrust.of(status),
                    status.feed().url(),
                    status.note())));
            table.print(out);
        });
    }
}
