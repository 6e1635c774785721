package io.patchbay.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the internet from those of a machine, a site or no one (the special-purpose registries of RFC 6890). */
public final class PublicAddress {
    private PublicAddress() {}

    /** Whether an address is the internet's. */
    public static boolean test(InetAddress address) throws UnknownHostException {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? test6(bytes) : test4(bytes);
    }

    private static boolean test4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean sharedByCarrier = first == 100 && (second & 0xc0) == 64;
        boolean protocolAssignments = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmarks = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !sharedByCarrier && !protocolAssignments && !benchmarks;
    }

    private static boolean test6(byte[] bytes) throws UnknownHostException {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean translated = startsWith(bytes, 0x00, 0x64, 0xff, 0x9b) || startsWith(bytes, 0, 0, 0, 0);
        if (translated) {
            return test(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
        }
        if (startsWith(bytes, 0x20, 0x02)) { // 6to4 carries an IPv4 address behind its prefix
            return test(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 2, 6)));
        }
        return !uniqueLocal;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
