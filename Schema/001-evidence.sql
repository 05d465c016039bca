-- What was read: reports with all their versions, and the statements read from each version. Never deleted.
PRAGMA application_id = 1936747362; -- 0x73706B62, "spkb"

-- data_sha256: of the data files; extractor_version: of the reader of statements that last wrote.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL CHECK (value <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  report INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''), -- the URL, else the SHA-256 of the text
  is_retracted INTEGER NOT NULL DEFAULT 0 CHECK (is_retracted IN (0, 1))
) STRICT;

-- A version is told apart by title, text, whether it is a digest and whether it is in the trash.
CREATE TABLE report_version (
  version INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  digest TEXT NOT NULL CHECK (length(digest) = 64), -- SHA-256 of what tells it apart
  title TEXT CHECK (title <> ''),
  text TEXT NOT NULL, -- as `spacekb text` prints it; evidence offsets are bytes of its UTF-8
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  raw BLOB NOT NULL, -- as received
  raw_sha256 TEXT NOT NULL CHECK (length(raw_sha256) = 64),
  url TEXT CHECK (url <> ''),
  published TEXT CHECK (published <> ''),
  language TEXT CHECK (language <> ''),
  is_digest INTEGER NOT NULL CHECK (is_digest IN (0, 1)),
  is_trashed INTEGER NOT NULL CHECK (is_trashed IN (0, 1)),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)), -- no other version replaces it
  UNIQUE (report, digest)
) STRICT;

CREATE INDEX report_version_by_published ON report_version (published);

-- When a version was changed, each time it came; of two dates that agree only the more precise one.
CREATE TABLE version_date (
  version INTEGER NOT NULL REFERENCES report_version,
  changed TEXT NOT NULL CHECK (changed <> ''),
  PRIMARY KEY (version, changed)
) STRICT, WITHOUT ROWID;

-- No view and no CHECK uses a JSON function: SQLite 3.40 refuses them there while trusted_schema is off.
CREATE TABLE statement (
  statement INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 16),
  version INTEGER NOT NULL REFERENCES report_version,
  kind TEXT NOT NULL
    CHECK (kind IN ('meeting', 'attendance', 'membership', 'membership_total', 'chair', 'succession')),
  event TEXT CHECK (event <> ''), -- of a succession how
  class TEXT CHECK (class <> ''), -- of an office the role
  date_edtf TEXT CHECK (date_edtf <> ''), -- of a total as of when
  content TEXT NOT NULL CHECK (content <> ''), -- JSON: all texts, numbers and flags by key
  start_byte INTEGER NOT NULL CHECK (start_byte >= 0),
  end_byte INTEGER NOT NULL CHECK (end_byte >= start_byte),
  quote TEXT NOT NULL,
  joins_next INTEGER NOT NULL CHECK (joins_next IN (0, 1)), -- a slash follows: one entry of a list with the next
  rule TEXT NOT NULL CHECK (rule <> ''),
  date_basis TEXT CHECK (date_basis IN ('stated', 'meeting', 'published'))
) STRICT;
CREATE INDEX statement_by_version ON statement (version);
CREATE INDEX statement_by_kind ON statement (kind);

-- The parties and forums that a statement names, by key and position.
CREATE TABLE statement_party (
  statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (key <> ''),
  position INTEGER NOT NULL CHECK (position >= 0),
  party_id TEXT NOT NULL CHECK (party_id <> ''),
  label TEXT NOT NULL CHECK (label <> ''),
  as_written TEXT CHECK (as_written <> ''),
  is_known INTEGER NOT NULL CHECK (is_known IN (0, 1)),
  PRIMARY KEY (statement, key, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_party_by_party ON statement_party (party_id, key);

CREATE VIRTUAL TABLE report_text USING fts5 (
  title, text, content = 'report_version', content_rowid = 'version', tokenize = 'unicode61 remove_diacritics 2'
);
