package io.patchbay.sync.review;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.fetch.PublicAddress;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.sync.Objection.Code;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file may be called, where it may be, and how it must be known, without asking anybody about the address. */
final class FileRules {
    private static final Pattern LITERAL_ADDRESS = Pattern.compile("\\[.*]|[0-9][0-9a-fx.]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])");
    private static final Pattern LOCAL_NAME =
            Pattern.compile("localhost\\.?|[^.]+|.*\\.(local|localhost|internal)\\.?");
    private static final Pattern NO_FILE_NAME = Pattern.compile(
            "(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?|.*[%:*?\"<>|\\x00-\\x1f\\x7f].*|.*[. ]|\\.\\..*");
    private static final Pattern HIDDEN_PATH = Pattern.compile("(?i).*(/\\.\\.(/|$)|%2f|%5c|%2e%2e|%00|%0[ad]).*");

    private final Policy policy;

    FileRules(Policy policy) {
        this.policy = policy;
    }

    void check(ContentFile file, Objections objections) {
        checkName(file.name(), objections);
        checkDigests(file, objections);
        file.urls().forEach(url -> checkAddress(file, url, objections));
    }

    private void checkName(String name, Objections objections) {
        if (NO_FILE_NAME.matcher(name).matches()) {
            objections.add(Code.FILENAME, "not a name for a file: " + name);
        }
        String extension = extension(name);
        if (!policy.allowsType(extension)) {
            objections.add(Code.FILE_TYPE, "a file of type \"" + extension + "\" is not among the policy's: " + name);
        }
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void checkDigests(ContentFile file, Objections objections) {
        boolean weak = !file.digests().isEmpty() && file.digests().stream().allMatch(FileRules::isForgeable);
        if (weak && !policy.sha1()) {
            objections.add(Code.SHA1_ONLY, "only digests that can be forged are known of " + file.name());
        }
    }

    private static boolean isForgeable(Digest digest) {
        return digest.algorithm() == Algorithm.SHA1 || digest.algorithm() == Algorithm.MD5;
    }

    /** Says of an address only what is worst: of one on the local network, nobody needs to know the scheme. */
    private void checkAddress(ContentFile file, URI url, Objections objections) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            objections.add(Code.SCHEME_NOT_ALLOWED, "expected an address by https, found " + url);
            return;
        }
        boolean allowed = isAllowed(url);
        if (!allowed) {
            objections.add(Code.HOST_NOT_ALLOWED, "the policy names no such host: " + url);
        }
        if (url.getHost() != null && isNotPublic(host(url)) && !policy.hosts().contains(authority(url))) {
            objections.add(Code.ADDRESS_NOT_PUBLIC, "an address inside of the own network: " + url);
            return;
        }
        if (scheme.equals("http") && !(policy.http() && !file.digests().isEmpty())) {
            objections.add(Code.SCHEME_DOWNGRADE, "expected https, found " + url);
        }
        if (HIDDEN_PATH.matcher(url.toString()).matches()) {
            objections.add(Code.FILENAME, "the path hides another: " + url);
        }
    }

    private boolean isAllowed(URI url) {
        if (url.getRawUserInfo() != null || url.getHost() == null) {
            return false;
        }
        boolean ownPort = url.getPort() == -1 || url.getPort() == 443 || url.getPort() == 80;
        return ownPort ? policy.allowsHost(host(url)) : policy.hosts().contains(authority(url));
    }

    private static String host(URI url) {
        return String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    }

    private static String authority(URI url) {
        return url.getPort() == -1 ? host(url) : host(url) + ':' + url.getPort();
    }

    /** A name that is digits and dots is asked of nobody: it is an address, or none. */
    private static boolean isNotPublic(String host) {
        if (LITERAL_ADDRESS.matcher(host).matches()) {
            return !isPublicLiteral(host);
        }
        return LOCAL_NAME.matcher(host).matches();
    }

    /** Only four plain numbers count as an address of the internet: no vendor writes one in another form. */
    private static boolean isPublicLiteral(String host) {
        if (!FOUR_NUMBERS.matcher(host).matches()) {
            return false;
        }
        String[] numbers = host.split("\\.");
        byte[] address = new byte[numbers.length];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) Integer.parseInt(numbers[i]);
        }
        try {
            return PublicAddress.test(InetAddress.getByAddress(address));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are always an address", e);
        }
    }
}
