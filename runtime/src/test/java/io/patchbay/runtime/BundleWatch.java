package io.patchbay.runtime;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** Sees bundles come and go whose symbolic names begin alike, and remembers their class loaders without holding them. */
final class BundleWatch implements SynchronousBundleListener {
    private final String symbolicName;
    private final Map<WeakReference<ClassLoader>, String> loaders = new ConcurrentHashMap<>();
    private final BlockingQueue<Long> goings = new LinkedBlockingQueue<>();

    BundleWatch(BundleContext context, String symbolicName) {
        this.symbolicName = symbolicName;
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (!event.getBundle().getSymbolicName().startsWith(symbolicName)) {
            return;
        }
        if (event.getType() == BundleEvent.STARTED) {
            ClassLoader loader = event.getBundle().adapt(BundleWiring.class).getClassLoader();
            loaders.put(
                    new WeakReference<>(loader),
                    event.getBundle() + " " + event.getBundle().getVersion());
        }
        if (event.getType() == BundleEvent.UNINSTALLED) {
            goings.add(System.nanoTime());
        }
    }

    /** When the next one of them had gone, as {@link System#nanoTime} tells. */
    long awaitGoing() throws InterruptedException {
        Long gone = goings.poll(60, TimeUnit.SECONDS);
        if (gone == null) {
            throw new AssertionError("no " + symbolicName + " goes");
        }
        return gone;
    }

    /** How many have come so far. */
    int started() {
        return loaders.size();
    }

    /** The bundles whose class loaders are left after a collection. */
    List<String> alive() {
        System.gc();
        return loaders.entrySet().stream()
                .filter(loader -> loader.getKey().get() != null)
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }
}
