package io.patchbay.catalog;

/** The store could not be read or written. Nothing was half-committed; what was served is still served. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was being done, and why it failed. */
    public CatalogException(String message) {
        super(message);
    }

    /** As above, with what made it fail. */
    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
