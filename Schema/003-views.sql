-- What a researcher reads by name. Flags are 0 and 1, days YYYY-MM-DD, both ends inclusive; on the day of a handover
-- both hold the office. A derived row counts the statements that it follows from, and the reports that make them.
CREATE VIEW fact_basis AS
SELECT f.fact, f.id, f.kind, f.forum,
  (SELECT count(*) FROM edge_evidence e WHERE e.fact = f.fact) AS statement_count,
  (SELECT count(DISTINCT v.report)
    FROM edge_evidence e JOIN statement s USING (statement) JOIN report_version v USING (version)
    WHERE e.fact = f.fact) AS report_count
FROM fact f;

-- Countries are joined by id or alpha-3: many readers take NA, the alpha-2 code of Namibia, for "not available".
CREATE VIEW agencies AS
SELECT a.id AS agency_id, c.id AS country_id, a.kind, a.label, a.name, a.acronym, c.iso3, a.category, a.founded_edtf,
  a.dissolved_edtf, a.in_vocabulary
FROM node a LEFT JOIN node c ON c.node = (
  SELECT n.node FROM node n WHERE n.kind = 'country' AND n.iso2 = a.iso2
  ORDER BY n.dissolved_edtf IS NOT NULL, n.id LIMIT 1)
WHERE a.kind IN ('agency', 'organization');

CREATE VIEW forums AS
SELECT id AS forum_id, parent_id, label, name, acronym, category AS kind_of_member, term_length, founded_edtf,
  dissolved_edtf, in_vocabulary
FROM node WHERE kind = 'forum';

CREATE VIEW countries AS
SELECT id AS country_id, label, name, iso3, cow_code, founded_edtf, dissolved_edtf, in_vocabulary, iso2
FROM node WHERE kind = 'country';

CREATE VIEW aliases AS
SELECT n.id AS party_id, a.text AS alias, a.language, a.position FROM alias a JOIN node n USING (node);

CREATE VIEW meetings AS
SELECT b.id AS meeting_id, f.id AS forum_id, f.label AS forum_label, m.name, m.ordinal, m.date_edtf,
  m.start_edtf, m.start_earliest, m.start_latest, m.start_stated, m.end_edtf, m.end_earliest, m.end_latest, m.end_stated,
  m.place, m.venue, m.country, m.mode, m.represented, m.unit, m.level, m.status,
  b.statement_count, b.report_count
FROM meeting m JOIN fact_basis b USING (fact) JOIN node f ON f.node = b.forum;

CREATE VIEW attendances AS
SELECT b.id AS attendance_id, m.id AS meeting_id, f.id AS forum_id, p.id AS party_id, f.label AS forum_label,
  p.label AS party_label, e.as_written, e.class, b.statement_count, b.report_count
FROM edge e JOIN fact_basis b USING (fact) JOIN node f ON f.node = b.forum JOIN node p ON p.node = e.subject
JOIN node m ON m.node = e.object
WHERE e.predicate = 'attended';

CREATE VIEW memberships AS
SELECT b.id AS membership_id, f.id AS forum_id, p.id AS party_id, f.label AS forum_label, p.label AS party_label,
  e.class, e.from_edtf, e.from_earliest, e.from_latest, e.from_stated, e.to_edtf, e.to_earliest, e.to_latest,
  e.to_stated, e.is_founder, e.ordinal, b.statement_count, b.report_count
FROM edge e JOIN fact_basis b USING (fact) JOIN node f ON f.node = b.forum JOIN node p ON p.node = e.subject
WHERE e.predicate = 'member_of';

-- Of members that reports name differently at different times.
CREATE VIEW membership_names AS
SELECT f.id AS membership_id, p.id AS party_id, p.label AS party_label, e.position, e.since_edtf, e.since_earliest,
  e.since_latest, e.since_stated
FROM edge_name e JOIN fact f USING (fact) JOIN node p ON p.node = e.party;

CREATE VIEW membership_events AS
SELECT b.id AS event_id, f.id AS forum_id, p.id AS party_id, f.label AS forum_label, p.label AS party_label,
  e.kind AS event, e.class, e.edtf AS date_edtf, e.earliest AS date_earliest, e.latest AS date_latest,
  e.is_stated AS date_stated, e.number AS ordinal, e.is_planned, b.statement_count, b.report_count
FROM event e JOIN fact_basis b USING (fact) JOIN node f ON f.node = b.forum JOIN node p ON p.node = e.party
WHERE b.kind = 'membership_event';

CREATE VIEW membership_totals AS
SELECT b.id AS total_id, f.id AS forum_id, f.label AS forum_label, e.class, e.edtf AS as_of_edtf,
  e.earliest AS as_of_earliest, e.latest AS as_of_latest, e.is_stated AS as_of_stated, e.number AS count, e.unit,
  e.is_approximate, b.statement_count, b.report_count
FROM event e JOIN fact_basis b USING (fact) JOIN node f ON f.node = b.forum
WHERE b.kind = 'membership_total';

CREATE VIEW chair_terms AS
SELECT b.id AS term_id, f.id AS forum_id, iif(p.kind = 'person', NULL, p.id) AS holder_id, f.label AS forum_label,
  iif(p.kind = 'person', NULL, p.label) AS holder_label, e.person, e.class AS role,
  e.from_edtf, e.from_earliest, e.from_latest, e.from_stated, e.to_edtf, e.to_earliest, e.to_latest, e.to_stated,
  e.continuity_assumed, e.of_meeting, f.term_length, b.statement_count, b.report_count
FROM edge e JOIN fact_basis b USING (fact) JOIN node f ON f.node = b.forum JOIN node p ON p.node = e.subject
WHERE e.predicate = 'held';

-- from_id is the one predecessor; where several are named, from_count says how many and it is empty.
CREATE VIEW chair_transitions AS
SELECT b.id AS transition_id, f.id AS forum_id,
  (SELECT iif(count(*) = 1, min(n.id), NULL) FROM event_from t JOIN node n ON n.node = t.party
    WHERE t.fact = e.fact) AS from_id,
  iif(p.kind = 'person', NULL, p.id) AS to_id, f.label AS forum_label,
  (SELECT iif(count(*) = 1, min(n.label), NULL) FROM event_from t JOIN node n ON n.node = t.party
    WHERE t.fact = e.fact) AS from_label,
  iif(p.kind = 'person', NULL, p.label) AS to_label, e.from_person, e.person AS to_person, e.class AS role,
  e.kind AS event, e.edtf AS date_edtf, e.earliest AS date_earliest, e.latest AS date_latest, e.is_stated AS date_stated,
  e.until_edtf, e.until_earliest, e.until_latest,
  (SELECT count(*) FROM event_from t WHERE t.fact = e.fact) AS from_count, b.statement_count, b.report_count
FROM event e JOIN fact_basis b USING (fact) JOIN node f ON f.node = b.forum LEFT JOIN node p ON p.node = e.party
WHERE b.kind = 'chair_transition';

CREATE VIEW successions AS
SELECT b.id AS succession_id, o.id AS old_id, n.id AS new_id, o.label AS old_label, n.label AS new_label,
  e.class AS how, e.from_edtf AS date_edtf, e.from_earliest AS date_earliest, e.from_latest AS date_latest,
  e.from_stated AS date_stated, e.in_vocabulary, b.statement_count, b.report_count
FROM edge e JOIN fact_basis b USING (fact) JOIN node n ON n.node = e.subject JOIN node o ON o.node = e.object
WHERE e.predicate = 'continues';

CREATE VIEW discrepancies AS
SELECT b.id AS discrepancy_id, f.id AS forum_id, f.label AS forum_label, d.kind, d.summary,
  b.statement_count, b.report_count
FROM discrepancy d JOIN fact_basis b USING (fact) LEFT JOIN node f ON f.node = b.forum;

CREATE VIEW statements AS
SELECT s.id AS statement_id, r.key AS report_id, s.kind,
  (SELECT p.party_id FROM statement_party p WHERE p.statement = s.statement AND p.key = 'forum') AS forum_id,
  (SELECT p.party_id FROM statement_party p
    WHERE p.statement = s.statement AND p.key IN ('agency', 'member', 'to', 'new') AND p.position = 0) AS party_id,
  s.event, s.class, s.date_edtf, s.date_basis, s.content,
  s.start_byte, s.end_byte, s.quote, s.rule, v.digest AS version_digest,
  v.is_current AND NOT r.is_retracted AND NOT v.is_trashed AS is_current
FROM statement s JOIN report_version v USING (version) JOIN report r USING (report);

-- One row for each derived row and each statement behind it.
CREATE VIEW evidence AS
SELECT f.kind, f.id AS key, s.id AS statement_id, r.key AS report_id, s.start_byte, s.end_byte, s.quote, s.rule,
  v.title, v.url, v.published AS published_edtf, v.is_digest
FROM edge_evidence e JOIN fact f USING (fact) JOIN statement s USING (statement)
JOIN report_version v USING (version) JOIN report r USING (report);

-- Each report in the version that is shown: a current one before others, then by digest.
CREATE VIEW reports AS
SELECT r.key AS report_id, v.title, v.url, v.published AS published_edtf, v.language, v.is_digest, r.is_retracted,
  v.is_trashed, v.digest AS version_digest,
  (SELECT max(d.changed) FROM version_date d WHERE d.version = v.version) AS changed,
  (SELECT count(*) FROM report_version o WHERE o.report = r.report) AS version_count,
  (SELECT count(*) FROM report_version o WHERE o.report = r.report AND o.is_current) AS current_count,
  (SELECT count(*) FROM statement s JOIN report_version o USING (version)
    WHERE o.report = r.report AND o.is_current AND NOT o.is_trashed AND NOT r.is_retracted) AS statement_count
FROM report r JOIN report_version v ON v.version = (
  SELECT o.version FROM report_version o WHERE o.report = r.report ORDER BY o.is_current DESC, o.digest LIMIT 1);
