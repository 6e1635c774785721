package io.patchbay.catalog.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Opens connections to the SQLite file. */
interface Connector {
    /** Opens what SQLite offers. */
    Connector SQLITE = (file, config) -> config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());

    Connection connect(Path file, SQLiteConfig config) throws SQLException;
}
