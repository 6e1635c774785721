package io.patchbay.fetch.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * A user and a password, for a server or a proxy. Does not show the password.
 *
 * @param user the name
 * @param password in clear
 */
record Credentials(String user, String password) {
    /**
     * The configured credentials; empty if no user is configured.
     *
     * @param file the file whose first line is the password; blank if the password is given
     */
    static Optional<Credentials> of(String user, String password, String file) throws IOException {
        if (user.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Credentials(user, file.isEmpty() ? password : firstLine(Path.of(file))));
    }

    /** The value of an Authorization or Proxy-Authorization header (RFC 7617). */
    String basic() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }

    private static String firstLine(Path file) throws IOException {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw FetchFailure.lasting("the password file " + file + " cannot be read", e);
        }
    }
}
