package io.patchbay.deployer;

import io.patchbay.deployer.FolderScan.Seen;
import io.patchbay.deployer.FolderScan.Stamp;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what runs follow what is in the folder. Of several jars with one symbolic name the newest runs that can. A new one is started
 * before the old one is retired, and if it does not start the old one stays.
 */
final class DropInFolder implements Deployer {
    private static final Logger LOG = LoggerFactory.getLogger(DropInFolder.class);

    /** What is known of a file: its jar unless that could not even be read, and why it was refused unless it was not. */
    private record Slot(Stamp stamp, @Nullable ProviderJar jar, @Nullable String refusal) {}

    private final FolderScan folder;
    private final Staging staging;
    private final Vetting vetting;
    private final ProviderBundles bundles;
    private final Trials trials;
    private final RefusedFiles refused;
    private final Map<Path, Slot> slots = new TreeMap<>();
    private final Map<Path, String> uncopied = new TreeMap<>();
    private final Set<Stamp> stuck = new HashSet<>();
    private final Map<String, Started> running = new HashMap<>();
    private volatile List<DropIn> dropIns = List.of();

    DropInFolder(
            FolderScan folder,
            Staging staging,
            Vetting vetting,
            ProviderBundles bundles,
            Trials trials,
            RefusedFiles refused) {
        this.folder = folder;
        this.staging = staging;
        this.vetting = vetting;
        this.bundles = bundles;
        this.trials = trials;
        this.refused = refused;
    }

    @Override
    public List<DropIn> dropIns() {
        return dropIns;
    }

    @Override
    public Trial tryOut(Path file) throws IOException, InterruptedException {
        return trials.start(file);
    }

    /** Looks at the folder once, and acts on what has settled since the last time. */
    void scan() throws IOException, InterruptedException {
        List<Seen> seen = folder.look();
        Set<Path> files = seen.stream().map(Seen::file).collect(Collectors.toSet());
        slots.keySet().retainAll(files);
        uncopied.keySet().retainAll(files);
        for (Seen file : seen) {
            if (file.isSettled() && isNew(file)) {
                read(file).ifPresent(slot -> slots.put(file.file(), slot));
                retireStopped(file.file());
            }
        }
        for (String symbolicName : symbolicNames()) {
            settle(symbolicName);
        }
        moveRefused();
        retireIf(candidate -> isGone(candidate.jar()));
        staging.keepOnly(copiesInUse());
        dropIns = Stream.concat(
                        seen.stream().map(Seen::file).filter(Files::exists).map(this::describe),
                        refused.list().stream().map(this::describe))
                .sorted(Comparator.comparing(DropIn::file))
                .toList();
    }

    /** One that cannot be moved stays, and is looked at again when it changes; as is one that was written over while it was tried. */
    private void moveRefused() throws IOException {
        for (Map.Entry<Path, Slot> entry : List.copyOf(slots.entrySet())) {
            String reason = entry.getValue().refusal();
            Stamp stamp = entry.getValue().stamp();
            if (reason != null && !stuck.contains(stamp) && folder.isStill(entry.getKey(), stamp)) {
                moveRefused(entry.getKey(), entry.getValue(), reason);
            }
        }
    }

    private void moveRefused(Path file, Slot slot, String reason) {
        try {
            refused.add(file, reason);
            if (slot.jar() != null) {
                refused.describe(file, slot.jar());
            }
            slots.remove(file);
            folder.forget(file);
        } catch (IOException e) {
            stuck.add(slot.stamp());
            LOG.warn("drop-in {} cannot be moved away: {}", file.getFileName(), e.toString());
        }
    }

    private boolean isNew(Seen file) {
        Slot slot = slots.get(file.file());
        return slot == null || !slot.stamp().equals(file.stamp());
    }

    /** Empty while its end or a signature may still come, and while it cannot be copied, which is no fault of its own: the disk may be full. */
    private Optional<Slot> read(Seen seen) throws InterruptedException {
        String before = uncopied.remove(seen.file());
        try {
            return Optional.of(new Slot(seen.stamp(), vetting.vet(seen.file()), null));
        } catch (IncompleteRefusal e) {
            if (!seen.isOverdue()) {
                return Optional.empty();
            }
            retireContent(seen.file(), e);
            return Optional.of(refused(seen.file(), new Slot(seen.stamp(), null, e.getMessage())));
        } catch (Refusal e) {
            return Optional.of(refused(seen.file(), new Slot(seen.stamp(), null, e.getMessage())));
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException("the engine stops");
        } catch (IOException e) {
            waitFor(seen.file(), "cannot be copied, and is tried again: " + e, before);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // One file that libraries stumble over must not keep the others from being dealt with.
            return Optional.of(refused(seen.file(), new Slot(seen.stamp(), null, "cannot be read: " + e)));
        }
    }

    private void waitFor(Path file, String reason, @Nullable String before) {
        uncopied.put(file, reason);
        if (!reason.equals(before)) {
            LOG.warn("drop-in {} {}", file.getFileName(), reason);
        }
    }

    /** What was started before its signature came, which then was not right, is not the good one that keeps running. */
    private void retireContent(Path file, IncompleteRefusal refusal) throws InterruptedException {
        retireIf(candidate -> candidate.jar().file().equals(file) && refusal.isOf(candidate.jar()));
    }

    /** Who copies a file again wants it to run, even if its bundle was stopped by hand. */
    private void retireStopped(Path file) throws InterruptedException {
        retireIf(candidate ->
                candidate.jar().file().equals(file) && !candidate.stopped().isEmpty());
    }

    private static Slot refused(Path file, Slot slot) {
        LOG.warn("drop-in {} {}", file.getFileName(), slot.refusal());
        return slot;
    }

    private Set<String> symbolicNames() {
        return accepted().map(ProviderJar::symbolicName).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<ProviderJar> accepted() {
        return slots.values().stream()
                .filter(slot -> slot.refusal() == null)
                .map(Slot::jar)
                .filter(Objects::nonNull);
    }

    /** Has the newest that can run run, unless it does. */
    private void settle(String symbolicName) throws IOException, InterruptedException {
        Started now = running.get(symbolicName);
        for (ProviderJar jar : newestFirst(symbolicName, now)) {
            if (now != null && now.jar().hasContentOf(jar) && bundles.isWhereItBelongs(now.bundle())) {
                running.put(symbolicName, new Started(now.jar().at(jar.file()), now.bundle()));
                forgetRefused(jar.file());
                return;
            }
            if (isStartedFor(now, jar)) {
                forgetRefused(jar.file());
                return;
            }
        }
    }

    /** Once a good one has come under its name, which then is the one that is gone when it goes. */
    private void forgetRefused(Path file) throws IOException {
        Slot slot = slots.get(file);
        if (slot != null && slot.refusal() == null && refused.has(file)) {
            refused.forget(file);
        }
    }

    private List<ProviderJar> newestFirst(String symbolicName, @Nullable Started now) {
        List<ProviderJar> jars = new ArrayList<>(accepted()
                .filter(jar -> jar.symbolicName().equals(symbolicName))
                .toList());
        if (now != null && isRefused(now.jar().file())) {
            jars.add(now.jar()); // its file was overwritten by one that cannot run
        }
        jars.sort(Comparator.comparing(ProviderJar::version).reversed().thenComparing(ProviderJar::file));
        return jars;
    }

    private boolean isRefused(Path file) {
        Slot slot = slots.get(file);
        return slot == null ? refused.has(file) : slot.refusal() != null;
    }

    private boolean isStartedFor(@Nullable Started now, ProviderJar jar) throws InterruptedException {
        try {
            running.put(jar.symbolicName(), new Started(jar, bundles.start(jar)));
        } catch (Refusal e) {
            slots.computeIfPresent(
                    jar.file(), (file, slot) -> refused(file, new Slot(slot.stamp(), jar, e.getMessage())));
            return false;
        }
        LOG.info("drop-in {} started, {}, signer={}", jar.file().getFileName(), jar, jar.signer());
        if (now != null) {
            retire(now);
        }
        return true;
    }

    private void retireIf(Predicate<Started> condition) throws InterruptedException {
        for (Started candidate : List.copyOf(running.values())) {
            if (condition.test(candidate)) {
                running.remove(candidate.jar().symbolicName());
                retire(candidate);
            }
        }
    }

    private boolean isGone(ProviderJar jar) {
        Slot slot = slots.get(jar.file());
        return slot == null ? !refused.has(jar.file()) : slot.refusal() == null && isOther(jar, slot.jar());
    }

    private static boolean isOther(ProviderJar jar, @Nullable ProviderJar now) {
        return now != null && !now.symbolicName().equals(jar.symbolicName());
    }

    private void retire(Started old) throws InterruptedException {
        bundles.retire(old.bundle());
        LOG.info("drop-in {} retired, {}", old.jar().file().getFileName(), old.jar());
    }

    private Set<Path> copiesInUse() {
        return Stream.concat(accepted(), running.values().stream().map(Started::jar))
                .map(ProviderJar::staged)
                .collect(Collectors.toSet());
    }

    private DropIn describe(Path file) {
        String name = file.getFileName().toString();
        String reason = uncopied.get(file);
        if (reason != null) {
            return new DropIn(name, DropIn.State.WAITING, "", "", "", reason + instead(file));
        }
        Slot slot = slots.get(file);
        if (slot == null) {
            return new DropIn(name, DropIn.State.WAITING, "", "", "", "may still be being copied, or its signature");
        }
        ProviderJar jar = slot.jar();
        String symbolicName = jar == null ? "" : jar.symbolicName();
        String version = jar == null ? "" : jar.version().toString();
        String signer = jar == null ? "" : jar.signer();
        if (slot.refusal() != null) {
            return new DropIn(
                    name, DropIn.State.REFUSED, symbolicName, version, signer, slot.refusal() + instead(file));
        }
        Started now = running.get(symbolicName);
        if (now == null || now.jar().file().equals(file)) {
            String stopped = now == null ? "" : now.stopped();
            DropIn.State state = stopped.isEmpty() ? DropIn.State.STARTED : DropIn.State.STOPPED;
            return new DropIn(name, state, symbolicName, version, signer, stopped);
        }
        String newer = now.jar().file().getFileName() + " is " + now.jar();
        return new DropIn(name, DropIn.State.OUTDATED, symbolicName, version, signer, newer);
    }

    private DropIn describe(DropIn moved) {
        return new DropIn(
                moved.file(),
                moved.state(),
                moved.symbolicName(),
                moved.version(),
                moved.signer(),
                moved.reason() + instead(Path.of(moved.file())));
    }

    private String instead(Path file) {
        return running.values().stream()
                .filter(candidate -> candidate.jar().file().getFileName().equals(file.getFileName()))
                .map(candidate -> "; " + candidate.jar() + ", which was there before, keeps running")
                .findFirst()
                .orElse("");
    }
}
