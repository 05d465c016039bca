{{% CONTENT_TYPE:TEXT}}
-- The tables of this folder in DuckDB, with types and keys. Run in this folder: duckdb spacekb.duckdb < load.sql
{{#tables}}

CREATE TABLE {{table}} (
{{#columns}}
  "{{column}}" {{sql}}{{#isRequired}} NOT NULL{{/isRequired}},
{{/columns}}
  PRIMARY KEY ({{key}}){{#references}}{{^isSelf}},
  FOREIGN KEY ("{{column}}") REFERENCES {{other}} ("{{otherKey}}"){{/isSelf}}{{/references}}
);
COMMENT ON TABLE {{table}} IS '{{quotedMeaning}}';
COPY {{table}} FROM '{{table}}.csv' (FORMAT csv, HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '');
{{/tables}}
