package io.patchbay.fetch.http;

import java.util.Optional;

/**
 * The proxy that requests go through.
 *
 * @param host its name or address
 * @param port its port
 * @param credentials what it wants to know; empty if nothing
 */
record Proxy(String host, int port, Optional<Credentials> credentials) {}
