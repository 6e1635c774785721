/**
 * The catalogue on disk: one SQLite file, written one commit at a time, and the service that keeps the view in step
 * with it.
 */
@NullMarked
package io.patchbay.catalog.sqlite;

import org.jspecify.annotations.NullMarked;
