CREATE TABLE staged (
    sequence INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    hash BLOB NOT NULL,
    id BLOB NOT NULL UNIQUE,
    facts TEXT NOT NULL,
    supersedes BLOB NOT NULL,
    parents BLOB NOT NULL,
    bundled BLOB NOT NULL,
    content BLOB NOT NULL,
    words TEXT NOT NULL,
    title TEXT NOT NULL
);
