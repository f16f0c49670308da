/** "indu" in ASCII: tells our files from any other SQLite database (file header, offset 68). */
export const APPLICATION_ID = 0x696e6475;

/**
 * The steps from an empty file to today's tables; the n-th leads to version n (`user_version`). Numbered, and
 * never edited once released: a change is a new step at the end, with a test from the version before, with rows in it.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- Small facts about the whole file: which induction is current, whether the notice was shown.
  CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- One holder's whole. events and digest (XOR of the events' hashes) change in the same transaction as the journal.
  CREATE TABLE inductions (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    started INTEGER NOT NULL DEFAULT 0,
    events INTEGER NOT NULL DEFAULT 0,
    digest BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- The journal: append-only. at is the real time (UTC), on_date the civil date it speaks of, recorded_by who typed.
  CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    change TEXT NOT NULL,
    induction TEXT NOT NULL REFERENCES inductions (id),
    type TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    at TEXT NOT NULL,
    on_date TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    hash BLOB NOT NULL
  ) STRICT;
  CREATE INDEX events_in_order ON events (induction, seq);
  CREATE INDEX events_of_subject ON events (induction, kind, subject, seq);
  CREATE INDEX events_of_type ON events (induction, type, seq);
  CREATE INDEX events_of_change ON events (change);

  -- What is so now, folded from the journal, so that reading costs the same however long the journal is.
  CREATE TABLE progress (
    induction TEXT NOT NULL REFERENCES inductions (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (json_valid(state)),
    PRIMARY KEY (induction, kind, subject)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What was so of a subject after its entry seq: of one with many entries, so that taking back folds the last few of them.
  CREATE TABLE earlier (
    induction TEXT NOT NULL REFERENCES inductions (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    seq INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (json_valid(state)),
    PRIMARY KEY (induction, kind, subject, seq)
  ) STRICT, WITHOUT ROWID;
  `,
];

/** The version of the tables that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
