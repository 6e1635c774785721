package io.patchbay.feeds;

import io.patchbay.model.Digest;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import io.patchbay.model.UpdateId;
import io.patchbay.model.VersionScheme;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Records of the model with something in every component, found by reflection, so that a component added later is filled too. */
final class Filled {
    private final Random random;

    Filled(long seed) {
        random = new Random(seed);
    }

    <T> T record(Class<T> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = special(type, components[i].getName(), components[i].getGenericType());
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    /** What the model's records check in their constructors. */
    private Object special(Class<?> owner, String name, Type type) throws ReflectiveOperationException {
        return switch (owner.getSimpleName() + "." + name) {
            case "Version.canonical" -> random.nextInt(100) + "." + random.nextInt(100);
            case "Version.scheme" -> random.nextBoolean() ? VersionScheme.DOTTED : VersionScheme.MOZILLA;
            case "Cve.id" -> "CVE-2024-" + (1000 + random.nextInt(9000));
            case "Digest.algorithm" -> Digest.Algorithm.SHA256;
            case "Digest.value" -> HexFormat.of().formatHex(bytes());
            case "RuleElement.children" -> random.nextInt(3) > 0 ? List.of() : List.of(record(RuleElement.class));
            case "Product.category" -> new UpdateId(uuid());
            case "Fix.kb" -> kb();
            case "Fix.supersededKbs" -> List.of(kb(), kb());
            default -> value(type);
        };
    }

    private String kb() {
        return Integer.toString(4_000_000 + random.nextInt(1_000_000));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Rule.class) {
            return rule(4);
        }
        if (plain.isEnum()) {
            // Never the first constant, which may be the one that is left out.
            return plain.getEnumConstants()[1 + random.nextInt(plain.getEnumConstants().length - 1)];
        }
        if (plain == UpdateId.class) {
            return new UpdateId(uuid());
        }
        return plain.isRecord() ? record(plain) : simple(plain);
    }

    private Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "t\u00e9xt \"\t" + random.nextInt();
            case "int" -> 1 + random.nextInt(1_000_000);
            case "long" -> 1 + random.nextLong(1L << 50);
            case "boolean" -> true;
            case "Double" -> random.nextInt(100) / 10.0;
            case "URI" -> URI.create("https://vendor.example/" + random.nextInt());
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(30_000));
            default -> throw new AssertionError("no values of " + type);
        };
    }

    private Object collection(Class<?> raw, Type[] arguments) throws ReflectiveOperationException {
        if (raw == SortedMap.class || raw == Map.class) {
            SortedMap<Object, Object> map = new TreeMap<>();
            map.put(value(arguments[0]), value(arguments[1]));
            map.put(value(arguments[0]), value(arguments[1]));
            return map;
        }
        List<Object> list = new ArrayList<>(List.of(value(arguments[0]), value(arguments[0])));
        return raw == SortedSet.class ? new TreeSet<>(list) : list;
    }

    private Rule rule(int depth) throws ReflectiveOperationException {
        return switch (depth == 0 ? 5 : random.nextInt(6)) {
            case 0 -> new Rule.And(List.of(rule(depth - 1), rule(depth - 1)));
            case 1 -> new Rule.Or(List.of(rule(depth - 1)));
            case 2 -> new Rule.Not(rule(depth - 1));
            case 3 ->
                new Rule.Condition(
                        "RegKeyLoop",
                        new TreeMap<>(Map.of("Key", "x")),
                        List.of(rule(depth - 1)),
                        List.of(record(RuleElement.class)));
            case 4 -> new Rule.Unknown(record(RuleElement.class));
            default -> new Rule.Constant(random.nextBoolean());
        };
    }
}
