package io.patchbay.checks;

import io.patchbay.checks.Given.Altered;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Relationships;
import io.patchbay.model.Update;
import io.patchbay.spi.Snapshot.Extent;
import io.patchbay.sync.Objection.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** For each rule of the review, how what any provider gives is altered between its parse and the review so that the rule must object. */
final class Alterations {
    private static final String ADDRESS = "(\"urls\":\\[\")(https?)://([^/\"]+)";
    private static final String FIRST_NAME = "(\"files\":\\[\\{\"name\":\")[^\"]*\\.[A-Za-z]+\"";
    private static final String NO_LINES = "it gives no releases of lines";
    private static final String DELTA = "its snapshots say what is new, not all that there is";
    private static final int MANY = 110;

    private final Given given;

    Alterations(Given given) {
        this.given = given;
    }

    /** What the rule must object to, or why the provider cannot give such. */
    Altered of(Code code) {
        return switch (code) {
            case HOST_NOT_ALLOWED ->
                unless(given.policy().allowsHost("attacker.example"), "its policy names all hosts")
                        .orElseGet(() -> given.edit(ADDRESS, "$1https://attacker.example"));
            case SCHEME_NOT_ALLOWED -> given.edit(ADDRESS, "$1ftp://$3");
            case SCHEME_DOWNGRADE -> given.edit("(?:\"digests\":\\[[^]]*],)?" + ADDRESS, "$1http://$3");
            case ADDRESS_NOT_PUBLIC -> given.edit(ADDRESS, "$1https://192.168.7.1");
            case FILENAME -> given.edit(FIRST_NAME, "$1aux.msi\"");
            case FILE_TYPE ->
                unless(given.policy().allowsType("scr"), "its policy names all types")
                        .orElseGet(() -> given.edit(FIRST_NAME, "$1a.scr\""));
            case SHA1_ONLY ->
                unless(given.policy().sha1(), "its policy allows SHA-1").orElseGet(this::forgeable);
            case ARGUMENTS_NOT_ALLOWED ->
                unless(given.policy().arguments().isEmpty(), "its policy has no templates")
                        .orElseGet(() -> given.edit("(\"arguments\":\")[^\"]*", "$1/quiet /other"));
            case COMMAND_LINE_HANDLER ->
                unless(given.policy().arguments().isPresent(), "its policy has templates")
                        .orElseGet(() -> given.edit("(\"arguments\":\")", "$1/quiet & calc.exe "));
            case CONTROL_OR_BIDI_CHARS -> given.edit("(\"title\":\")", "$1\u202e");
            case VERSION_BACKWARDS -> ofAll(this::backwards);
            case VERSION_JUMP -> jump();
            case CONTENT_CHANGED_SAME_VERSION -> given.edit("(\"value\":\")[0-9a-f]{4}", "$1" + "0000");
            case PUBLISHER_CHANGED -> given.editRelease("(\"vendor\":\")[^\"]*", "$1Somebody Else");
            case SIGNATURE_LOST ->
                unless(!given.signs(), "none of its feeds is signed").orElseGet(this::unsigned);
            case SIZE -> files(file -> sized(file, 1_000_000), file -> sized(file, 10));
            case FUTURE_DATE -> given.edit("(\"released\":\")[^\"]*", "$1" + "2999-01-01");
            case SUPERSEDENCE_CYCLE ->
                unless(given.updates().size() < 2, "it gives one update").orElseGet(this::circle);
            case FEWER_ITEMS_THAN_BASELINE -> ofAll(this::cutShort);
            case MASS_REMOVAL -> ofAll(() -> new Altered(given.and(MANY), given.updates(), ""));
            case FLOOD -> new Altered(given.updates(), given.and(MANY), "");
        };
    }

    private static Optional<Altered> unless(boolean impossible, String obstacle) {
        return impossible ? Optional.of(Altered.none(obstacle)) : Optional.empty();
    }

    /** What can only be told from snapshots that hold everything. */
    private Altered ofAll(Supplier<Altered> altered) {
        return unless(given.extent() == Extent.DELTA, DELTA).orElseGet(altered);
    }

    private Altered forgeable() {
        String sha1 = "{\"algorithm\":\"SHA1\",\"value\":\"" + "0".repeat(40) + "\",\"source\":\"list\"}";
        return given.edit("(\"digests\":\\[)[^]]*", "$1" + sha1);
    }

    /** Some schemes have two digits for the first number, and no more. */
    private Altered jump() {
        Altered ofTwoDigits = given.editRelease("(\"canonical\":\")[1-9][0-9]?(?=[^0-9])", "$1" + "99");
        return ofTwoDigits.obstacle().isEmpty()
                ? ofTwoDigits
                : given.editRelease("(\"canonical\":\"[1-9][0-9]{2,})", "$1" + "999");
    }

    /** Live is a later version of a release that nobody has seen before. */
    private Altered backwards() {
        return given.find(given::isNewest)
                .map(newest -> {
                    Update later = Given.edited(newest, "(\"canonical\":\"[^\"]*)[0-8]([^0-9\"]*\")", "$19$2")
                            .orElseThrow();
                    return new Altered(
                            given.with(newest, Given.renamed(later)), given.with(newest, Given.renamed(newest)), "");
                })
                .orElse(Altered.none(NO_LINES));
    }

    private Altered unsigned() {
        return files(file -> signed(file, "somebody"), file -> signed(file, ""));
    }

    private static ContentFile signed(ContentFile file, String signer) {
        List<Digest> digests =
                file.digests().stream().map(digest -> digest.signedBy(signer)).toList();
        return file.withDigests(digests);
    }

    private static ContentFile sized(ContentFile file, long size) {
        return new ContentFile(file.name(), size, file.digests(), file.urls(), file.language(), file.patching());
    }

    /** The files of a release, once as they are live and once as they come then. */
    private Altered files(UnaryOperator<ContentFile> before, UnaryOperator<ContentFile> after) {
        return given.find(update ->
                        update.release().line() != null && !update.files().isEmpty())
                .map(update ->
                        new Altered(given.with(update, of(update, before)), given.with(update, of(update, after)), ""))
                .orElse(Altered.none(NO_LINES));
    }

    private static Update of(Update update, UnaryOperator<ContentFile> change) {
        return update.withFiles(update.files().stream().map(change).toList());
    }

    private Altered circle() {
        Update one = given.updates().get(0);
        Update other = given.updates().get(1);
        List<Update> live = given.with(one, superseding(one, other));
        Update back = superseding(other, one);
        return new Altered(
                live,
                live.stream()
                        .map(update -> update.equals(other) ? back : update)
                        .toList(),
                "");
    }

    private static Update superseding(Update update, Update older) {
        return Given.copy(update, update.id(), Relationships.of(List.of(), List.of(), Set.of(older.id())));
    }

    private Altered cutShort() {
        return given.find(given::hasSisters)
                .map(gone -> new Altered(
                        given.updates(),
                        given.updates().stream()
                                .filter(update -> !gone.release()
                                        .line()
                                        .equals(update.release().line()))
                                .toList(),
                        ""))
                .orElse(Altered.none("its releases have one package each"));
    }
}
