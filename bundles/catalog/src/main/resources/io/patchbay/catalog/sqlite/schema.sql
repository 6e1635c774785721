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
    rated INTEGER NOT NULL,
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

-- What each provider noted, for itself, of the snapshot of its last commit.
CREATE TABLE notes (
    provider TEXT PRIMARY KEY,
    content BLOB NOT NULL
);

-- What every update is now, with the key n of the update in page (n - 1) / 32: all that a start reads.
CREATE TABLE entry (
    page INTEGER PRIMARY KEY,
    entries INTEGER NOT NULL,
    content BLOB NOT NULL
);

-- Every revision that an entry ever had, under keys that are given once, in runs of one snapshot: of each the number, the
-- key of the one that it replaced and the length of its document, and then the documents: the canonical JSON of the
-- updates, deflated as one. Null once all are dropped.
CREATE TABLE block (
    last INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    snapshot INTEGER NOT NULL REFERENCES snapshot,
    heads BLOB NOT NULL,
    documents BLOB
);

-- Which snapshots still have a document.
CREATE INDEX block_by_snapshot ON block (snapshot) WHERE documents IS NOT NULL;

-- The advisories of each provider, by the SHA-256 of their canonical JSON: what a start reads of them, and the JSON, deflated. One that was
-- replaced or dropped has the generation in which that happened.
CREATE TABLE advisory (
    provider TEXT NOT NULL,
    id TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    snapshot INTEGER NOT NULL REFERENCES snapshot,
    gone INTEGER,
    facts BLOB NOT NULL,
    length INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (provider, id, sha256)
) WITHOUT ROWID;

CREATE INDEX advisory_by_gone ON advisory (gone) WHERE gone IS NOT NULL;

CREATE INDEX advisory_by_snapshot ON advisory (snapshot);

-- What changed in each generation, by the keys of the entries, of which a page tells up to the last.
CREATE TABLE change (
    generation INTEGER NOT NULL REFERENCES generation,
    last INTEGER NOT NULL,
    changes INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (generation, last)
) WITHOUT ROWID;

-- The last change of which the replaced document was dropped, or kept for good.
CREATE TABLE cleaned (generation INTEGER NOT NULL, entry INTEGER NOT NULL);

INSERT INTO cleaned VALUES (1, 0);

-- The words of each revision, under its key; the texts themselves are in the revision.
CREATE VIRTUAL TABLE searchable USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
