package io.patchbay.isolation.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Map;
import org.apache.felix.cm.file.ConfigurationHandler;
import org.osgi.framework.FrameworkUtil;

/**
 * A configuration of a component. It may hold secrets, so it crosses in a message only, and has no words of its own.
 *
 * @param pid the name that the component gives; of a factory, if this is one of several
 * @param isOneOfSeveral whether it is made by a factory
 * @param properties what is configured, with its types, as configurations are stored
 */
public record Configured(String pid, boolean isOneOfSeveral, String properties) {
    /** Writes down what is configured. */
    public static Configured of(String pid, boolean isOneOfSeveral, Map<String, Object> properties) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConfigurationHandler.write(bytes, FrameworkUtil.asDictionary(properties));
        return new Configured(pid, isOneOfSeveral, bytes.toString(StandardCharsets.UTF_8));
    }

    /** What was written down. */
    @SuppressWarnings("unchecked") // the library knows no generics
    public Dictionary<String, Object> dictionary() throws IOException {
        return ConfigurationHandler.read(new ByteArrayInputStream(properties.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes it into a message. */
    void write(BodyWriter body) {
        body.text(pid).number(isOneOfSeveral ? 1 : 0).text(properties);
    }

    /** Reads what was written. */
    static Configured read(BodyReader body) {
        return new Configured(body.text(), body.number() == 1, body.text());
    }

    @Override
    public String toString() {
        return pid;
    }
}
