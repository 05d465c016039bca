{{% CONTENT_TYPE:TEXT}}
-- The tables of this folder in PostgreSQL, with types, keys and comments. Run in this folder:
--   psql -d DATABASE -f load-postgresql.sql
\set ON_ERROR_STOP on
BEGIN;
CREATE SCHEMA spacekb;
SET LOCAL search_path TO spacekb;
SET LOCAL client_encoding TO 'UTF8';
{{#tables}}

CREATE TABLE {{table}} (
{{#columns}}
  "{{column}}" {{sql}}{{#isRequired}} NOT NULL{{/isRequired}},
{{/columns}}
  PRIMARY KEY ({{key}}){{#references}},
  FOREIGN KEY ("{{column}}") REFERENCES {{other}} ("{{otherKey}}"){{/references}}
);
COMMENT ON TABLE {{table}} IS '{{quotedMeaning}}';
{{#columns}}
COMMENT ON COLUMN {{table}}."{{column}}" IS '{{quotedMeaning}}';
{{/columns}}
\copy {{table}} FROM '{{table}}.csv' WITH (FORMAT csv, HEADER true, NULL '')
{{/tables}}
COMMIT;
