package io.patchbay.feeds.config;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The values of a configuration, as an annotation type declares them. A value that cannot be read counts as left out, and a warning names file, key
 * and value: an engine must not stand still for a slip of the pen, which is what becomes of components whose configuration the framework converts.
 */
public final class ConfigValues {
    private static final String FILE = "felix.fileinstall.filename";

    private ConfigValues() {}

    /**
     * Reads a configuration.
     *
     * @param type an annotation type of texts, lists of texts, numbers and truths, all with a default, whose methods are called as the keys, with {@code _}
     *     for a dot
     * @param properties what the framework hands over
     * @param warnings takes a line about each value that cannot be read
     */
    public static <T> T read(Class<T> type, Map<String, ?> properties, Consumer<String> warnings) {
        Map<String, Object> values = new HashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            values.put(method.getName(), value(method, properties, warnings));
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> values.get(method.getName())));
    }

    private static Object value(Method method, Map<String, ?> properties, Consumer<String> warnings) {
        String key = method.getName().replace('_', '.');
        Object configured = properties.get(key);
        if (configured == null) {
            return method.getDefaultValue();
        }
        Optional<Object> value = converted(configured, method.getReturnType());
        if (value.isEmpty()) {
            warnings.accept(refusal(method, key, configured, properties));
        }
        return value.orElse(method.getDefaultValue());
    }

    private static String refusal(Method method, String key, Object configured, Map<String, ?> properties) {
        String expected = method.getReturnType() == boolean.class ? "true or false" : "a whole number that fits";
        return file(properties) + ": " + key + " is \"" + configured + "\" and not " + expected + ", so it stays "
                + method.getDefaultValue();
    }

    /** Where an operator wrote them. */
    static String file(Map<String, ?> properties) {
        Object file = properties.get(FILE);
        return String.valueOf(file == null ? properties.get("service.pid") : file);
    }

    /** Empty if it is no such value. */
    private static Optional<Object> converted(Object configured, Class<?> type) {
        if (type == String[].class) {
            return Optional.of(CommaList.read(texts(configured)).toArray(String[]::new));
        }
        String text = String.valueOf(configured).strip();
        if (type == String.class) {
            return Optional.of(text);
        }
        if (type == boolean.class) {
            boolean isTrue = text.equalsIgnoreCase("true");
            return isTrue || text.equalsIgnoreCase("false") ? Optional.of(isTrue) : Optional.empty();
        }
        try {
            return Optional.of(number(text, type));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String[] texts(Object configured) {
        if (configured instanceof String[] array) {
            return array;
        }
        return configured instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toArray(String[]::new)
                : new String[] {configured.toString()};
    }

    private static Object number(String text, Class<?> type) {
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == long.class) {
            return Long.parseLong(text);
        }
        throw new IllegalArgumentException("not a type of a configuration: " + type);
    }
}
