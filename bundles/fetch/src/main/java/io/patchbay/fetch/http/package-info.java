/** The HTTP client behind {@link io.patchbay.fetch.FeedClient}: HTTP/1.1 over a socket that can be watched, bounded and cancelled. */
@NullMarked
package io.patchbay.fetch.http;

import org.jspecify.annotations.NullMarked;
