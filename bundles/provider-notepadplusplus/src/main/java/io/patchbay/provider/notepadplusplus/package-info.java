/** Notepad++: GitHub says which releases exist, the updater which of them is offered, and both and a checksum file what the files are. */
@NullMarked
package io.patchbay.provider.notepadplusplus;

import org.jspecify.annotations.NullMarked;
