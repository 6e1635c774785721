package io.patchbay.isolation;

import java.io.IOException;

/** Starts processes for one bundle. */
@FunctionalInterface
interface Children {
    /** Starts one, which the caller closes. */
    Child start() throws IOException;
}
