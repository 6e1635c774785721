/** The audit log in files, and what it records by itself. */
@NullMarked
package io.patchbay.audit.file;

import org.jspecify.annotations.NullMarked;
