-- What was committed: snapshots, the documents they were made of, and the generations they became.
CREATE TABLE snapshot (
    key INTEGER PRIMARY KEY,
    provider TEXT NOT NULL,
    name TEXT NOT NULL,
    extent TEXT NOT NULL,
    anchor TEXT,
    fingerprint TEXT NOT NULL
);

CREATE TABLE document (
    snapshot INTEGER NOT NULL REFERENCES snapshot,
    name TEXT NOT NULL,
    url TEXT,
    fetched TEXT,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (snapshot, name)
) WITHOUT ROWID;

CREATE TABLE generation (
    number INTEGER PRIMARY KEY,
    committed TEXT NOT NULL,
    snapshot INTEGER NOT NULL REFERENCES snapshot,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    superseded INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    unchanged INTEGER NOT NULL
);

-- What the last commit of each provider was, also where it changed nothing.
CREATE TABLE provider (
    id TEXT PRIMARY KEY,
    snapshot TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    anchor TEXT,
    generation INTEGER NOT NULL
) WITHOUT ROWID;

-- One row an update and provider, as it is now: all that a start reads. The facts are one text, so that a row is a few
-- values to bind and to read instead of thirty: fields end with a form feed, lists have one value a line.
CREATE TABLE entry (
    key INTEGER PRIMARY KEY,
    provider TEXT NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    content INTEGER NOT NULL,
    hash BLOB NOT NULL,
    first_seen TEXT NOT NULL,
    generation INTEGER NOT NULL REFERENCES generation,
    id BLOB NOT NULL,
    facts TEXT NOT NULL,
    supersedes BLOB NOT NULL,
    parents BLOB NOT NULL,
    bundled BLOB NOT NULL,
    UNIQUE (id, provider)
);

-- Every revision that an entry ever had, with its document: the canonical JSON of the update, deflated; null once it is
-- dropped.
CREATE TABLE revision (
    key INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entry,
    number INTEGER NOT NULL,
    snapshot INTEGER NOT NULL REFERENCES snapshot,
    title TEXT NOT NULL,
    content BLOB,
    UNIQUE (entry, number)
);

-- Which snapshots still have a document.
CREATE INDEX revision_by_snapshot ON revision (snapshot) WHERE content IS NOT NULL;

-- The last generation whose replaced documents were dropped.
CREATE TABLE cleaned (generation INTEGER NOT NULL);

INSERT INTO cleaned VALUES (0);

-- The entry is not declared as a reference: SQLite would look through all changes for it whenever an entry is replaced.
-- The revision refers to the same entry.
CREATE TABLE change (
    generation INTEGER NOT NULL REFERENCES generation,
    entry INTEGER NOT NULL,
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision,
    PRIMARY KEY (generation, entry)
) WITHOUT ROWID;

-- The words of each revision, under its key; the texts themselves are in the revision.
CREATE VIRTUAL TABLE searchable USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
