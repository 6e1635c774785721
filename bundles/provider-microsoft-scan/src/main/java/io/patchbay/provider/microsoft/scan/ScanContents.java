package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a scan file consists of: a cabinet of index.xml, which says what is where, package.cab, which holds package.xml, and the shards.
 *
 * @param members of the cabinet, in the order in which they lie in it
 */
record ScanContents(List<Member> members, ShardIndex index, ScanPackage scan) {
    private static final String INDEX = "index.xml";
    private static final String PACKAGE = "package.cab";
    private static final Pattern SHARD = Pattern.compile("package[0-9]+\\.cab");
    /** One line of 114 MB in 2026, of which columns of 60 MB are kept. */
    private static final XmlLimits PACKAGE_LIMITS = XmlLimits.DEFAULT.withCharacters(1L << 29);

    /** Reads everything but the shards, which must be there. */
    static ScanContents read(Snapshot snapshot) throws IOException, FeedException {
        ShardIndex index = null;
        ScanPackage scan = null;
        try (ScanStream stream = new ScanStream(snapshot)) {
            List<Member> members = stream.cabinet().members();
            requireMembers(members, List.of(INDEX, PACKAGE), "");
            for (int number = 0; index == null || scan == null; number++) {
                switch (members.get(number).name()) {
                    case INDEX -> index = stream.read(number, ScanContents::readIndex);
                    case PACKAGE -> scan = stream.read(number, ScanContents::readPackage);
                    default -> {}
                }
            }
            requireMembers(members, index.shards().stream().map(Shard::name).toList(), INDEX);
            requireIndexed(members, index);
            return new ScanContents(members, index, scan);
        }
    }

    private static void requireMembers(List<Member> members, List<String> required, String by) throws FeedException {
        List<String> missing = new ArrayList<>(required);
        HashSet<String> seen = new HashSet<>();
        for (Member member : members) {
            missing.remove(member.name());
            if (!seen.add(member.name())) {
                throw new FeedException(ScanFile.NAME, member.name(), "expected one member of this name");
            }
        }
        if (!missing.isEmpty()) {
            throw new FeedException(ScanFile.NAME, by, "expected the members " + missing + ", which are missing");
        }
    }

    /** A shard that is there and not named would not be read, and its revisions would be looked for in the one before it. */
    private static void requireIndexed(List<Member> members, ShardIndex index) throws FeedException {
        for (Member member : members) {
            if (SHARD.matcher(member.name()).matches()
                    && index.shard(member.name()).isEmpty()) {
                throw new FeedException(
                        ScanFile.NAME, INDEX, "expected a CAB with a RANGESTART for the member " + member.name());
            }
        }
    }

    private static ShardIndex readIndex(InputStream content) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(content, ScanFile.NAME + "!" + INDEX, XmlLimits.DEFAULT)) {
            return ShardIndex.read(xml);
        }
    }

    private static ScanPackage readPackage(InputStream content) throws IOException, FeedException {
        String name = ScanFile.NAME + "!" + PACKAGE;
        try (CabinetReader cabinet = new CabinetReader(name, content, ScanFile.LIMITS)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                if (member.name().equals("package.xml")) {
                    return readPackageXml(cabinet.content(), name + "!package.xml");
                }
            }
        }
        throw new FeedException(ScanFile.NAME, PACKAGE, "expected a member package.xml");
    }

    private static ScanPackage readPackageXml(InputStream content, String name) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(content, name, PACKAGE_LIMITS)) {
            try {
                return readPackageXml(xml);
            } catch (IllegalArgumentException e) {
                throw xml.failure(String.valueOf(e.getMessage()));
            }
        }
    }

    private static ScanPackage readPackageXml(XmlReader xml) throws IOException, FeedException {
        PackageColumns columns = PackageReader.read(xml);
        if (columns.row() == 0) {
            throw xml.failure("expected an Update");
        }
        return new ScanPackage(columns);
    }

    /** The shards, in the order in which they lie in the cabinet. */
    List<Shard> shards() {
        return members.stream()
                .map(Member::name)
                .map(index::shard)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The number of the member of this name; -1 if there is none. */
    int member(String name) {
        return members.stream().map(Member::name).toList().indexOf(name);
    }
}
