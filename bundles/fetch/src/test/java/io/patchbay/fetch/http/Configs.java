package io.patchbay.fetch.http;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as the framework would hand them over: some values given, the others by default. */
final class Configs {
    private Configs() {}

    /** Short limits, no waiting. */
    static FetchConfig fetch(Map<String, Object> values) {
        return of(FetchConfig.class, Map.of("spacingMillis", 0, "retries", 0), values);
    }

    static FeedOverride feed(String feed, Map<String, Object> values) {
        return new FeedOverride(of(FeedConfig.class, Map.of("provider", "fake", "feed", feed), values));
    }

    private static <T> T of(Class<T> type, Map<String, Object> base, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> value(method, base, values)));
    }

    private static Object value(Method method, Map<String, Object> base, Map<String, Object> values) {
        Object inherited = base.getOrDefault(method.getName(), method.getDefaultValue());
        return values.getOrDefault(method.getName(), inherited);
    }
}
