/**
 * Microsoft's update metadata, as WSUS serves and the offline scan file stores them: whole {@code upd:Update} documents (MS-WSUSSS,
 * XmlUpdateBlob), and the fragments that are derived from them for clients (MS-WUSP, 3.1.1.1), which have several roots in a row and
 * no name spaces.
 *
 * <p>A {@link io.patchbay.feeds.microsoft.MetadataReader} reads any of them, one after the other; what all of them together say about
 * one revision is a {@link io.patchbay.feeds.microsoft.UpdateMetadata}. What the documents do not say (addresses of files,
 * which ids are categories) is for the provider to join.
 *
 * <pre>{@code
 * MetadataReader metadata = new MetadataReader("wsusscn2.cab");
 * metadata.read(core);
 * metadata.read(extended);
 * metadata.read(english);
 * UpdateMetadata update = metadata.result();
 * }</pre>
 */
@Export
@Version("2.0.0")
@NullMarked
package io.patchbay.feeds.microsoft;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
