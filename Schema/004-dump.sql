-- From these views, with the vocabulary and the statements, a dump is loaded again; all others follow from them.
DROP VIEW statements;
CREATE VIEW statements AS
SELECT s.id AS statement_id, r.key AS report_id, v.digest AS version_digest, s.kind,
  (SELECT p.party_id FROM statement_party p WHERE p.statement = s.statement AND p.key = 'forum') AS forum_id,
  (SELECT p.party_id FROM statement_party p
    WHERE p.statement = s.statement AND p.key IN ('agency', 'member', 'to', 'new') AND p.position = 0) AS party_id,
  s.event, s.class, s.date_edtf, s.date_basis, s.content, s.start_byte, s.end_byte, s.quote, s.joins_next, s.rule,
  v.is_current AND NOT r.is_retracted AND NOT v.is_trashed AS is_current
FROM statement s JOIN report_version v USING (version) JOIN report r USING (report);

CREATE VIEW statement_parties AS
SELECT s.id AS statement_id, p.key, p.position, p.party_id, p.label AS party_label, p.as_written, p.is_known, p.others
FROM statement_party p JOIN statement s USING (statement);

CREATE VIEW report_versions AS
SELECT r.key AS report_id, v.digest AS version_digest, v.title, v.url, v.published AS published_edtf, v.language,
  v.is_digest, v.is_trashed, v.is_current, v.text_sha256, v.raw_sha256
FROM report_version v JOIN report r USING (report);

CREATE VIEW report_dates AS
SELECT r.key AS report_id, v.digest AS version_digest, d.changed
FROM version_date d JOIN report_version v USING (version) JOIN report r USING (report);

CREATE VIEW known_successions AS
SELECT old_id, new_id, old_label, new_label, date AS date_edtf, how FROM known_succession;

-- Whoever can meet, join or chair.
CREATE VIEW parties AS
SELECT id AS party_id, kind, label AS party_label, in_vocabulary FROM node
WHERE kind IN ('agency', 'organization', 'country', 'forum');

-- What every column of the views means; its rows come from codebook.csv.
CREATE TABLE codebook (
  "view" TEXT NOT NULL CHECK ("view" <> ''),
  "column" TEXT NOT NULL CHECK ("column" <> ''),
  type TEXT NOT NULL CHECK (type IN ('text', 'integer', 'boolean', 'date', 'edtf')),
  meaning TEXT NOT NULL CHECK (meaning <> ''),
  unit TEXT CHECK (unit <> ''),
  example TEXT CHECK (example <> ''),
  PRIMARY KEY ("view", "column")
) STRICT, WITHOUT ROWID;
