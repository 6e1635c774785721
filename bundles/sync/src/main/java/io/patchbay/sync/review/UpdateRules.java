package io.patchbay.sync.review;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description.Text;
import io.patchbay.model.Digest;
import io.patchbay.model.Line;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked of one update that is new or changed, by itself and against what is live. */
final class UpdateRules {
    private static final Pattern FIRST_NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Policy policy;
    private final FileRules files;
    private final Thresholds thresholds;
    private final Baseline baseline;
    private final LocalDate today;

    UpdateRules(Policy policy, Thresholds thresholds, Baseline baseline, LocalDate today) {
        this.policy = policy;
        this.files = new FileRules(policy);
        this.thresholds = thresholds;
        this.baseline = baseline;
        this.today = today;
    }

    List<Objection> check(Update update) {
        Objections objections = new Objections(thresholds.off());
        checkTexts(update, objections);
        update.files().forEach(file -> files.check(file, objections));
        checkDate(update, objections);
        checkCommand(update, objections);
        if (!baseline.isEmpty()) {
            compare(update, objections);
        }
        return objections.found();
    }

    private void checkCommand(Update update, Objections objections) {
        String arguments = update.installation().arguments();
        if (policy.arguments().isEmpty()) {
            CommandRules.check(update, objections);
        } else if (!policy.allowsArguments(arguments)) {
            objections.add(Code.ARGUMENTS_NOT_ALLOWED, "not one of the policy's templates: " + arguments);
        }
    }

    private static void checkTexts(Update update, Objections objections) {
        Text text = update.description().texts().get(update.description().defaultLanguage());
        if (text != null && PlainText.findSteering(text.title()).isPresent()) {
            objections.add(Code.CONTROL_OR_BIDI_CHARS, "the title holds characters that are not shown");
        }
    }

    private void checkDate(Update update, Objections objections) {
        LocalDate released = update.release().released();
        if (released != null && released.isAfter(today.plusDays(thresholds.futureDays()))) {
            objections.add(Code.FUTURE_DATE, "released on " + released + ", and today is " + today);
        }
    }

    private void compare(Update update, Objections objections) {
        Optional<Update> live = baseline.live(update.id());
        live.ifPresent(before -> compareRevision(before, update, objections));
        Line line = update.release().line();
        if (line != null) {
            Optional<Update> before = live.isPresent() ? live : baseline.current(line);
            before.ifPresent(current -> compareRelease(current, update, objections));
        }
    }

    private static void compareRevision(Update before, Update after, Objections objections) {
        // What an update is called comes with its severity and rules, in fragments that a damaged file lacks.
        if (after.description().texts().isEmpty()
                && !before.description().texts().isEmpty()) {
            objections.add(Code.FEWER_ITEMS_THAN_BASELINE, "it has no title any more");
        }
        if (before.vendorRevision() != after.vendorRevision() || !sameVersion(before, after)) {
            return;
        }
        for (ContentFile file : after.files()) {
            for (ContentFile old : before.files()) {
                if (isSameFile(old, file) && contradicts(old, file)) {
                    String what = "other bytes than before under the same version: " + file.name();
                    objections.add(Code.CONTENT_CHANGED_SAME_VERSION, what);
                }
            }
        }
    }

    private static boolean sameVersion(Update before, Update after) {
        return Objects.equals(canonical(before), canonical(after));
    }

    private static @Nullable String canonical(Update update) {
        Version version = update.release().version();
        return version == null ? null : version.canonical();
    }

    private static boolean isSameFile(ContentFile left, ContentFile right) {
        return left.name().equals(right.name()) && Objects.equals(left.language(), right.language());
    }

    private static boolean contradicts(ContentFile left, ContentFile right) {
        for (Digest digest : left.digests()) {
            for (Digest other : right.digests()) {
                if (digest.algorithm() == other.algorithm() && !digest.value().equals(other.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void compareRelease(Update before, Update after, Objections objections) {
        String vendor = after.release().vendor();
        if (!before.release().vendor().equals(vendor)) {
            String was = before.release().vendor();
            objections.add(Code.PUBLISHER_CHANGED, "released by " + vendor + ", and before by " + was);
        }
        if (isSigned(before) && !after.files().isEmpty() && !isSigned(after)) {
            objections.add(Code.SIGNATURE_LOST, "the digests of the release before were signed, these are not");
        }
        checkJump(before, after, objections);
        checkLanguages(before, after, objections);
        for (ContentFile file : after.files()) {
            before.files().stream()
                    .filter(old -> isCounterpart(old, file))
                    .forEach(old -> compareSize(old, file, objections));
        }
    }

    /** A list of files that is cut short loses some languages of a release; a vendor gives one up once in years. */
    private static void checkLanguages(Update before, Update after, Objections objections) {
        SortedSet<String> lost = languages(before);
        lost.removeAll(languages(after));
        if (!lost.isEmpty() && !after.files().isEmpty()) {
            String what = "no files any more for the languages " + String.join(", ", lost);
            objections.add(Code.FEWER_ITEMS_THAN_BASELINE, what);
        }
    }

    private static SortedSet<String> languages(Update update) {
        return update.files().stream()
                .map(ContentFile::language)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isSigned(Update update) {
        return update.files().stream().flatMap(file -> file.digests().stream()).anyMatch(digest -> !digest.signer()
                .isEmpty());
    }

    private void checkJump(Update before, Update after, Objections objections) {
        long from = firstNumber(before);
        long to = firstNumber(after);
        if (from > 0 && to > from + thresholds.jump() && to > from * thresholds.jumpFactor()) {
            objections.add(Code.VERSION_JUMP, "version " + canonical(after) + " after " + canonical(before));
        }
    }

    private static long firstNumber(Update update) {
        Matcher number = FIRST_NUMBER.matcher(String.valueOf(canonical(update)));
        return number.find() ? Long.parseLong(number.group()) : 0;
    }

    private static boolean isCounterpart(ContentFile left, ContentFile right) {
        return Objects.equals(left.language(), right.language())
                && left.patching() == right.patching()
                && FileRules.extension(left.name()).equals(FileRules.extension(right.name()));
    }

    private void compareSize(ContentFile before, ContentFile after, Objections objections) {
        long small = Math.min(before.size(), after.size());
        long large = Math.max(before.size(), after.size());
        if (small > 0 && large / small >= thresholds.sizeFactor()) {
            String sizes = after.size() + " bytes, and before " + before.size();
            objections.add(Code.SIZE, after.name() + " has " + sizes);
        }
    }
}
