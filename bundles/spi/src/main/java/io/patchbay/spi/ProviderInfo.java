package io.patchbay.spi;

import io.patchbay.model.Product;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who a provider is and what it covers.
 *
 * @param id the provider's id for ever: lower-case letters, digits and hyphens
 * @param vendor the company whose updates it reads
 * @param products the products it covers, for people to find it by
 * @param hosts the only hosts it may talk to, lower case
 */
public record ProviderInfo(String id, String vendor, List<Product> products, Set<String> hosts) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ProviderInfo {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be lower-case letters, digits and hyphens, not \"" + id + '"');
        }
        Objects.requireNonNull(vendor);
        products = List.copyOf(products);
        Set<String> lowerCase = new TreeSet<>();
        hosts.forEach(host -> lowerCase.add(host.toLowerCase(Locale.ROOT)));
        hosts = Set.copyOf(lowerCase);
    }

    /** A provider with these hosts. */
    public static ProviderInfo of(String id, String vendor, List<Product> products, String... hosts) {
        return new ProviderInfo(id, vendor, products, Set.of(hosts));
    }
}
