-- What is believed: derived from the current statements and the vocabulary, and derived anew when they change.
CREATE TABLE node (
  node INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('agency', 'forum', 'country', 'organization', 'person', 'meeting')),
  label TEXT NOT NULL CHECK (label <> ''),
  name TEXT CHECK (name <> ''),
  acronym TEXT CHECK (acronym <> ''),
  iso2 TEXT CHECK (iso2 <> ''), -- of an agency its country's
  iso3 TEXT CHECK (iso3 <> ''),
  cow_code INTEGER,
  parent_id TEXT CHECK (parent_id <> ''),
  term_length TEXT CHECK (term_length <> ''), -- ISO 8601
  category TEXT CHECK (category <> ''),
  founded_edtf TEXT CHECK (founded_edtf <> ''),
  dissolved_edtf TEXT CHECK (dissolved_edtf <> ''),
  in_vocabulary INTEGER NOT NULL CHECK (in_vocabulary IN (0, 1))
) STRICT;
CREATE INDEX node_by_kind ON node (kind);

CREATE TABLE alias (
  node INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  text TEXT NOT NULL CHECK (text <> ''),
  language TEXT CHECK (language <> ''),
  PRIMARY KEY (node, position)
) STRICT, WITHOUT ROWID;

-- Every name of a node, folded and without marks: what a question or a command is looked up by.
CREATE TABLE name (
  folded TEXT NOT NULL CHECK (folded <> ''),
  node INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
  PRIMARY KEY (folded, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_by_node ON name (node);

CREATE TABLE known_succession (
  old_id TEXT NOT NULL CHECK (old_id <> ''),
  old_label TEXT NOT NULL CHECK (old_label <> ''),
  new_id TEXT NOT NULL CHECK (new_id <> ''),
  new_label TEXT NOT NULL CHECK (new_label <> ''),
  date TEXT CHECK (date <> ''),
  how TEXT CHECK (how <> ''),
  PRIMARY KEY (old_id, new_id)
) STRICT, WITHOUT ROWID;

-- Whatever is derived has a row here, its particulars in one of the tables below, its basis in edge_evidence.
-- Within a forum facts are numbered in the order in which they are listed.
CREATE TABLE fact (
  fact INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind IN (
    'meeting', 'attendance', 'host', 'membership', 'membership_event', 'membership_total', 'chair_term',
    'chair_transition', 'succession', 'part_of', 'discrepancy')),
  forum INTEGER REFERENCES node
) STRICT;
CREATE INDEX fact_by_forum ON fact (forum, kind);
CREATE INDEX fact_by_kind ON fact (kind);

CREATE TABLE edge (
  fact INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
  subject INTEGER NOT NULL REFERENCES node,
  predicate TEXT NOT NULL CHECK (predicate IN ('member_of', 'attended', 'held', 'hosted', 'continues', 'part_of')),
  object INTEGER NOT NULL REFERENCES node,
  class TEXT CHECK (class <> ''), -- of a membership or an attendance; of `held` the role; of `continues` how
  person TEXT CHECK (person <> ''), -- who held the office for the subject
  from_edtf TEXT CHECK (from_edtf <> ''),
  from_earliest TEXT CHECK (length(from_earliest) = 10),
  from_latest TEXT CHECK (length(from_latest) = 10),
  from_stated INTEGER NOT NULL DEFAULT 0 CHECK (from_stated IN (0, 1)),
  to_edtf TEXT CHECK (to_edtf <> ''),
  to_earliest TEXT CHECK (length(to_earliest) = 10),
  to_latest TEXT CHECK (length(to_latest) = 10),
  to_stated INTEGER NOT NULL DEFAULT 0 CHECK (to_stated IN (0, 1)),
  is_founder INTEGER CHECK (is_founder IN (0, 1)),
  ordinal INTEGER,
  continuity_assumed INTEGER CHECK (continuity_assumed IN (0, 1)),
  of_meeting INTEGER CHECK (of_meeting IN (0, 1)),
  as_written TEXT CHECK (as_written <> ''),
  in_vocabulary INTEGER CHECK (in_vocabulary IN (0, 1))
) STRICT;
CREATE INDEX edge_by_subject ON edge (subject, predicate);
CREATE INDEX edge_by_object ON edge (object, predicate);
CREATE INDEX edge_by_person ON edge (person) WHERE person IS NOT NULL;

-- The stretches of days in which a holder was seen in office.
CREATE TABLE edge_seen (
  fact INTEGER NOT NULL REFERENCES edge ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  earliest TEXT NOT NULL CHECK (length(earliest) = 10),
  latest TEXT NOT NULL CHECK (length(latest) = 10),
  edtf TEXT CHECK (edtf <> ''),
  PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;

-- The names of a party that belongs under several, in order, and since when it bears each.
CREATE TABLE edge_name (
  fact INTEGER NOT NULL REFERENCES edge ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  party INTEGER NOT NULL REFERENCES node,
  since_edtf TEXT CHECK (since_edtf <> ''),
  since_earliest TEXT CHECK (length(since_earliest) = 10),
  since_latest TEXT CHECK (length(since_latest) = 10),
  since_stated INTEGER NOT NULL CHECK (since_stated IN (0, 1)),
  PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_name_by_party ON edge_name (party);

CREATE TABLE meeting (
  fact INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
  node INTEGER NOT NULL UNIQUE REFERENCES node,
  name TEXT CHECK (name <> ''),
  ordinal INTEGER,
  date_edtf TEXT CHECK (date_edtf <> ''),
  start_edtf TEXT CHECK (start_edtf <> ''),
  start_earliest TEXT CHECK (length(start_earliest) = 10),
  start_latest TEXT CHECK (length(start_latest) = 10),
  start_stated INTEGER NOT NULL CHECK (start_stated IN (0, 1)),
  end_edtf TEXT CHECK (end_edtf <> ''),
  end_earliest TEXT CHECK (length(end_earliest) = 10),
  end_latest TEXT CHECK (length(end_latest) = 10),
  end_stated INTEGER NOT NULL CHECK (end_stated IN (0, 1)),
  place TEXT CHECK (place <> ''),
  venue TEXT CHECK (venue <> ''),
  country TEXT CHECK (country <> ''),
  mode TEXT CHECK (mode <> ''),
  represented INTEGER,
  unit TEXT CHECK (unit <> ''),
  level TEXT CHECK (level <> ''),
  status TEXT CHECK (status IN ('held', 'planned', 'cancelled'))
) STRICT;

-- Events of memberships, stated totals and the passing of an office: what happened, or was said, at a time.
CREATE TABLE event (
  fact INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
  kind TEXT CHECK (kind IN (
    'founded', 'joined', 'listed', 'applied', 'withdrew', 'transition', 'elected', 'planned')), -- none: a total
  party INTEGER REFERENCES node, -- who belongs, or takes the office
  class TEXT CHECK (class <> ''), -- of a transition the role
  edtf TEXT CHECK (edtf <> ''),
  earliest TEXT CHECK (length(earliest) = 10),
  latest TEXT CHECK (length(latest) = 10),
  is_stated INTEGER NOT NULL CHECK (is_stated IN (0, 1)),
  is_planned INTEGER CHECK (is_planned IN (0, 1)),
  number INTEGER, -- the rank of a member, or the total
  unit TEXT CHECK (unit <> ''),
  is_approximate INTEGER CHECK (is_approximate IN (0, 1)),
  person TEXT CHECK (person <> ''),
  from_person TEXT CHECK (from_person <> ''),
  until_edtf TEXT CHECK (until_edtf <> ''),
  until_earliest TEXT CHECK (length(until_earliest) = 10),
  until_latest TEXT CHECK (length(until_latest) = 10)
) STRICT;
CREATE INDEX event_by_party ON event (party);

-- Who gave an office away.
CREATE TABLE event_from (
  fact INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES node,
  PRIMARY KEY (fact, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_from_by_party ON event_from (party);

CREATE TABLE discrepancy (
  fact INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind <> ''),
  summary TEXT NOT NULL CHECK (summary <> '')
) STRICT;

-- The ids of the rows, or the keys of the reports, that do not fit each other.
CREATE TABLE discrepancy_subject (
  fact INTEGER NOT NULL REFERENCES discrepancy ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  subject_id TEXT NOT NULL CHECK (subject_id <> ''),
  PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;

-- The statements that an edge, or any other fact, follows from.
CREATE TABLE edge_evidence (
  fact INTEGER NOT NULL REFERENCES fact ON DELETE CASCADE,
  statement INTEGER NOT NULL REFERENCES statement,
  PRIMARY KEY (fact, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_evidence_by_statement ON edge_evidence (statement);
