/**
 * Adobe's Acrobat and Reader for Windows: release notes say which patches there are, catalogues what they are, the download service has whole
 * installers, security bulletins say what a release fixes. Flash Player only remains to be removed.
 */
@NullMarked
package io.patchbay.provider.adobe;

import org.jspecify.annotations.NullMarked;
