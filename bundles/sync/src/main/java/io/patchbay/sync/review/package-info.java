/** The review between parsing and committing: what an operator must see before it is published. */
@NullMarked
package io.patchbay.sync.review;

import org.jspecify.annotations.NullMarked;
