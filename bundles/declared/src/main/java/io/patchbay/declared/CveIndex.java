package io.patchbay.declared;

import io.patchbay.feeds.CveList;
import io.patchbay.spi.Feed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The index of what the CVE list has on the product whose CPE name a declaration gives. */
final class CveIndex {
    /** A formatted string of CPE 2.3 with at least vendor and product, which quotes signs by a backslash, or in an address's way. */
    private static final Pattern CPE =
            Pattern.compile("cpe:2\\.3:[aho](?::(?:[A-Za-z0-9._*?-]|\\\\\\p{Punct}|%[0-9A-Fa-f]{2})+){2,10}");

    private static final Pattern QUOTED = Pattern.compile("\\\\.");

    private CveIndex() {}

    /** Empty if the declaration gives none. */
    static Optional<Feed> read(Setting root) throws DeclarationException {
        Optional<Setting> cpe = root.find("cpe");
        if (cpe.isEmpty()) {
            return Optional.empty();
        }
        String name = cpe.get().text();
        if (!CPE.matcher(name).matches()) {
            throw cpe.get().expected("the beginning of a CPE name, such as cpe:2.3:a:winscp:winscp");
        }
        requireOwnNames(root.get("feeds"));
        // In an address, neither the backslash nor most of what it quotes may stand as it is.
        String inAddress =
                QUOTED.matcher(name).replaceAll(sign -> URLEncoder.encode(sign.group(), StandardCharsets.UTF_8));
        return Optional.of(CveList.index(inAddress));
    }

    private static void requireOwnNames(Setting feeds) throws DeclarationException {
        for (String name : List.of(CveList.index("").name(), CveList.RECORDS.name())) {
            Optional<Setting> feed = feeds.find(name);
            if (feed.isPresent()) {
                throw feed.get().problem("where there is cpe, the feed " + name + " is one of the CVE list's");
            }
        }
    }
}
