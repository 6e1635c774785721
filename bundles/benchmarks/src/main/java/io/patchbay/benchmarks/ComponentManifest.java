package io.patchbay.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The component manifest inside a core fragment, made while it is read, because one alone may be 47 MB: the identity that readers want,
 * then component after component that they do not. It compresses about 30 to 1, like real ones.
 */
final class ComponentManifest extends InputStream {
    private static final int NAMES = 6_000;
    private static final int NEIGHBOURS = 60;
    private static final byte[][] IDENTITIES =
            IntStream.range(0, NAMES).mapToObj(ComponentManifest::identity).toArray(byte[][]::new);
    private static final byte[] UPDATE =
            ascii("<update><applicable detect=\"none\"><updateComponent elevate=\"install\">");
    private static final byte[] COMPONENT = ascii("</updateComponent></applicable><component>");
    private static final byte[] UPDATE_END = ascii("</component></update>");
    private static final byte[] END = ascii("</package></assembly>");

    private final SplittableRandom random;
    private final byte[] piece = new byte[4096];
    private int length;
    private int position;
    private long left;
    private boolean ended;
    private int name;

    ComponentManifest(SplittableRandom random, int length) {
        this.random = random;
        this.left = length;
        this.name = random.nextInt(NAMES);
        append(ascii(start(random)));
    }

    private static String start(SplittableRandom random) {
        String identity = "<assemblyIdentity name=\"Package_for_KB" + random.nextInt(5_000_000)
                + "\" version=\"10.0." + random.nextInt(30_000)
                + ".1\" processorArchitecture=\"amd64\" language=\"neutral\" publicKeyToken=\"31bf3856ad364e35\" />";
        return "<assembly xmlns=\"urn:schemas-microsoft-com:asm.v3\" manifestVersion=\"1.0\">" + identity
                + "<package identifier=\"KB\" releaseType=\"Security Update\">";
    }

    private static byte[] identity(int number) {
        String name = "Microsoft-Windows-" + Integer.toString(number / 60 * 7919 + 4_000_000, 36) + "-Component-"
                + Integer.toString(number, 36);
        return ascii("<assemblyIdentity name=\"" + name + "\" version=\"10.0.14393." + 100 * (number % 3)
                + "\" processorArchitecture=\"" + (number % 2 == 0 ? "amd64" : "wow64")
                + "\" language=\"neutral\" buildType=\"release\" publicKeyToken=\"31bf3856ad364e35\""
                + " versionScope=\"nonSxS\" />");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, piece, length, bytes.length);
        length += bytes.length;
        left -= bytes.length;
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) {
        if (position == length && !makeNext()) {
            return -1;
        }
        int count = Math.min(wanted, length - position);
        System.arraycopy(piece, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean makeNext() {
        position = 0;
        length = 0;
        if (ended) {
            return false;
        }
        ended = left <= 0;
        if (ended) {
            append(END);
        } else {
            makeUpdate();
        }
        return true;
    }

    /** Components that belong together have names close to each other. */
    private void makeUpdate() {
        append(UPDATE);
        for (int identities = random.nextInt(2, 6); identities > 0; identities--) {
            append(IDENTITIES[(name + random.nextInt(NEIGHBOURS)) % NAMES]);
        }
        append(COMPONENT);
        append(IDENTITIES[name]);
        append(UPDATE_END);
        name = (name + 1 + random.nextInt(NEIGHBOURS)) % NAMES;
    }
}
