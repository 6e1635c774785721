package io.patchbay.shell;

import java.util.stream.Stream;
import org.apache.felix.service.command.Converter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lets commands name a bundle by its id, or by a symbolic name that only one has. Only the console brings that with it, so without this the
 * framework's own {@code stop}, {@code update} and {@code uninstall} would not work through the socket. Its {@code start} takes an id only: it
 * reads the word itself, as it may also be the address of a bundle to install.
 */
@Component(property = Converter.CONVERTER_CLASSES + "=org.osgi.framework.Bundle")
public final class BundleArgument implements Converter {
    private final BundleContext context;

    /** Looks for bundles in this framework. */
    @Activate
    public BundleArgument(BundleContext context) {
        this.context = context;
    }

    @Override
    public @Nullable Object convert(Class<?> desiredType, Object in) {
        return desiredType == Bundle.class ? bundle(in.toString()) : null;
    }

    private @Nullable Bundle bundle(String word) {
        return word.matches("[0-9]{1,18}") ? context.getBundle(Long.parseLong(word)) : named(word);
    }

    private @Nullable Bundle named(String symbolicName) {
        Bundle[] named = Stream.of(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .toArray(Bundle[]::new);
        return named.length == 1 ? named[0] : null;
    }

    @Override
    public @Nullable CharSequence format(Object target, int level, Converter escape) {
        return null;
    }
}
