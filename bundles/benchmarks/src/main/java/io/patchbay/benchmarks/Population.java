package io.patchbay.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Who is there: a block of categories and detectoids, then groups of a bundle and the leaves it bundles. Updates are numbered in the order
 * of their RevisionIds, where leaves come before their bundle. The distributions are those of Microsoft's file.
 */
final class Population {
    private static final int FULL_SCALE = 136_478;
    private static final int FULL_SCALE_PRODUCTS = 400;
    private static final double BLOCK_SHARE = 0.03;
    private static final double CHAINED_SHARE = 0.4;
    private static final double CROSS_SHARE = 0.02;
    private static final double MEAN_LATER_SUPERSEDERS = 5;
    private static final int REVISION_STEP = 329;
    private static final int LOWEST_REVISION = 1000;

    final Randoms randoms;
    private final int base;
    private final int block;
    private final int categories;
    private final int productCount;
    /** By update, its group; -1 in the block. */
    private final int[] groupOf;
    /** By group, its bundle. */
    private final int[] bundles;

    private final int[] products;
    private final List<int[]> superseders = new ArrayList<>();
    private final List<int[]> superseded = new ArrayList<>();
    private final BitSet changed = new BitSet();

    Population(Options options) {
        randoms = new Randoms(options.seed());
        base = Math.max(100, (int) Math.round(FULL_SCALE * options.scale()));
        block = Math.max(4, (int) (base * BLOCK_SHARE));
        productCount = Math.max(4, (int) Math.round(FULL_SCALE_PRODUCTS * options.scale()));
        categories = Math.min(block / 4, productCount);
        int touched = (int) Math.round(base * options.delta() / 2);
        bundles = bundles(base + touched);
        groupOf = groupOf();
        products = IntStream.range(0, bundles.length).map(this::drawProduct).toArray();
        link();
        change(touched);
    }

    /** Places groups until there are so many updates; the last group is complete. */
    private int[] bundles(int least) {
        List<Integer> found = new ArrayList<>();
        for (int next = block; next < least; next++) {
            next += drawLeaves(found.size());
            found.add(next);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int drawLeaves(int group) {
        double draw = randoms.of("leaves", group).nextDouble();
        if (draw < 0.55) {
            return 1;
        }
        if (draw < 0.75) {
            return 2;
        }
        if (draw < 0.88) {
            return 3;
        }
        return draw < 0.96 ? 5 : 9;
    }

    private int[] groupOf() {
        int[] groups = new int[bundles[bundles.length - 1] + 1];
        Arrays.fill(groups, 0, block, -1);
        for (int group = 0; group < bundles.length; group++) {
            Arrays.fill(groups, firstLeaf(group), bundles[group] + 1, group);
        }
        return groups;
    }

    private int drawProduct(int group) {
        return (int) (productCount * Math.pow(randoms.of("product", group).nextDouble(), 2.2));
    }

    /** Chains of bundles, in which each is superseded by some that come after it. */
    private void link() {
        Map<Integer, List<Integer>> chains = new HashMap<>();
        for (int group = 0; group < bundles.length; group++) {
            if (randoms.chance("chained", group, CHAINED_SHARE)) {
                chains.computeIfAbsent(chain(group), chain -> new ArrayList<>()).add(group);
            }
            superseders.add(new int[0]);
        }
        chains.values().forEach(this::linkChain);
        IntStream.range(0, bundles.length).forEach(this::linkAcross);
        superseded.addAll(reversed());
    }

    private int chain(int group) {
        int product = products[group];
        return product * 16 + randoms.of("chain", group).nextInt(2 + product % 12);
    }

    private void linkChain(List<Integer> chain) {
        for (int i = 0; i < chain.size(); i++) {
            SplittableRandom random = randoms.of("superseders", chain.get(i));
            int wanted = 1 + (int) (-MEAN_LATER_SUPERSEDERS * Math.log(1 - random.nextDouble()));
            List<Integer> later = chain.subList(i + 1, Math.min(chain.size(), i + 1 + wanted));
            superseders.set(
                    chain.get(i), later.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private void linkAcross(int group) {
        int[] now = superseders.get(group);
        int other = group + randoms.of("across", group).nextInt(1, 50);
        boolean wanted = now.length > 0 && other < bundles.length && randoms.chance("crossed", group, CROSS_SHARE);
        if (wanted && Arrays.stream(now).noneMatch(known -> known == other)) {
            int[] more = Arrays.copyOf(now, now.length + 1);
            more[now.length] = other;
            superseders.set(group, more);
        }
    }

    private List<int[]> reversed() {
        List<IntStream.Builder> sources = new ArrayList<>();
        superseders.forEach(unused -> sources.add(IntStream.builder()));
        for (int group = 0; group < bundles.length; group++) {
            for (int superseder : superseders.get(group)) {
                sources.get(superseder).add(group);
            }
        }
        return sources.stream().map(source -> source.build().toArray()).toList();
    }

    /** Revises bundles of the last months, as Microsoft does: every second one, until so many are touched. */
    private void change(int most) {
        int last = groupOf[base - 1];
        for (int group = last; group >= 0 && changed.cardinality() < most; group -= 2) {
            changed.set(bundles[group]);
        }
    }

    int size() {
        return groupOf.length;
    }

    int products() {
        return productCount;
    }

    int groups() {
        return bundles.length;
    }

    int blockSize() {
        return block;
    }

    int bundle(int group) {
        return bundles[group];
    }

    int firstLeaf(int group) {
        return group == 0 ? block : bundles[group - 1] + 1;
    }

    int group(int update) {
        return groupOf[update];
    }

    int product(int update) {
        return products[groupOf[update]];
    }

    boolean isCategory(int update) {
        return update < categories;
    }

    boolean isDetectoid(int update) {
        return update >= categories && update < block;
    }

    boolean isBundle(int update) {
        return update >= block && bundles[groupOf[update]] == update;
    }

    /** Bundles that supersede the group's. */
    int[] superseders(int group) {
        return bundles(superseders.get(group));
    }

    /** Bundles that the group's supersedes. */
    int[] superseded(int group) {
        return bundles(superseded.get(group));
    }

    private int[] bundles(int[] groups) {
        return Arrays.stream(groups).map(group -> bundles[group]).toArray();
    }

    /** A category's id is what updates are filed under. */
    UUID id(int update) {
        return isCategory(update) ? productId(update) : randoms.uuid("id", update);
    }

    UUID productId(int product) {
        return randoms.uuid("product id", product);
    }

    /** A detectoid for this draw. */
    UUID detectoid(SplittableRandom random) {
        return id(random.nextInt(categories, block));
    }

    int revisionNumber(int update) {
        return changed.get(update) ? 201 : 200;
    }

    boolean isChanged(int update) {
        return changed.get(update);
    }

    /** Ascending and sparse. */
    int revisionId(int update) {
        return missingRevisionId(update) - 1 - randoms.of("revision", update).nextInt(REVISION_STEP - 1);
    }

    /** A RevisionId that no update has. */
    int missingRevisionId(int update) {
        return LOWEST_REVISION + update * REVISION_STEP + REVISION_STEP - 1;
    }

    /** From nought for the oldest to one for the newest of the file without changes. */
    double age(int update) {
        return Math.min(1, (double) update / base);
    }
}
