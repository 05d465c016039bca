"""What `spacekb export` writes, read by networkx, rdflib and pandas, beside the tables of the same database."""

import collections
import io

import networkx
import pandas
import pytest
import rdflib

PREFIXES = """
PREFIX kb: <urn:spacekb:term/> PREFIX org: <http://www.w3.org/ns/org#> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

CHAIR_OF_2020 = """
SELECT DISTINCT ?holder ?quote ?report WHERE {
  ?term org:organization/skos:prefLabel "ISECG" ; org:role/skos:prefLabel "chair" ; org:member/skos:prefLabel ?holder ;
    kb:of_meeting false ; kb:from_latest ?from ; kb:to_earliest ?to ; prov:wasDerivedFrom ?statement .
  ?statement prov:value ?quote ; prov:wasQuotedFrom ?report .
  FILTER (?from <= "2020-12-31"^^xsd:date && ?to >= "2020-01-01"^^xsd:date)
}"""


@pytest.fixture(scope="module")
def graph(bundled):
    return networkx.read_graphml(io.BytesIO(bundled("export", "graphml").encode()))


@pytest.fixture(scope="module")
def facts(bundled):
    return rdflib.Graph().parse(data=bundled("export", "turtle"), format="turtle")


def test_graphml_has_every_row_once(graph, tables):
    assert isinstance(graph, networkx.MultiDiGraph)
    kinds = collections.Counter(kind for _, _, kind in graph.edges(data="kind"))
    for kind, name in [
        ("member_of", "memberships"), ("held", "chair_terms"), ("attended", "attendances"), ("meeting_of", "meetings")]:
        assert kinds[kind] == len(tables.rows(name)), kind
    assert sum(kinds.values()) == graph.number_of_edges()
    ids = [key for _, _, key in graph.edges(keys=True)]
    rows = {row[0] for name in ["memberships", "chair_terms", "attendances"] for row in tables.rows(name)}
    assert rows <= set(ids) and len(ids) == len(set(ids))
    nodes = collections.Counter(kind for _, kind in graph.nodes(data="kind"))
    assert nodes["meeting"] == len(tables.rows("meetings"))
    assert set(graph) >= {row[2] for row in tables.rows("memberships")}


def test_graphml_keeps_values(graph, tables):
    columns = list(tables.fields("memberships"))
    for row in tables.rows("memberships"):
        row = dict(zip(columns, row))
        edge = graph.edges[row["party_id"], row["forum_id"], row["membership_id"]]
        for column in ["class", "from_edtf", "from_earliest", "from_latest", "to_edtf", "to_earliest", "to_latest"]:
            assert edge.get(column, "") == row[column]
        assert edge["from_stated"] == (row["from_stated"] == "true")
        assert edge["statement_count"] == int(row["statement_count"])
    assert graph.nodes["agency/csa"]["iso3"] == "CAN"


def test_who_chaired_in_2020(facts):
    found = list(facts.query(PREFIXES + CHAIR_OF_2020))
    assert {str(row.holder) for row in found} == {"JAXA", "CSA"}
    assert any("took over the chair of ISECG" in row.quote for row in found)
    assert all(str(row.report).startswith("http") for row in found)


def test_turtle_has_every_row_once(facts, tables):
    def count(words):
        return int(next(iter(facts.query(f"{PREFIXES} SELECT (count(DISTINCT ?x) AS ?n) WHERE {{ {words} }}"))).n)

    held = len(tables.rows("memberships")) + len(tables.rows("chair_terms"))
    assert count("?x a org:Membership ; org:member ?m ; org:organization ?f ; org:role ?r") == held
    assert count("?x a schema:Event ; schema:organizer ?f") == len(tables.rows("meetings"))
    assert count("?x a kb:Attendance ; kb:party ?p ; kb:meeting ?m") == len(tables.rows("attendances"))
    # No fact without evidence, and no statement without its words and its report.
    assert count("?x a org:Membership FILTER NOT EXISTS { ?x prov:wasDerivedFrom ?s . ?s prov:value ?v }") == 0
    assert count("?y prov:wasDerivedFrom ?x FILTER NOT EXISTS { ?x prov:wasQuotedFrom/a prov:Entity }") == 0


def test_hostile_text(hostile):
    facts = rdflib.Graph().parse(data=hostile("export", "turtle"), format="turtle")
    titles = {str(title) for title in facts.objects(None, rdflib.DCTERMS.title)}
    assert {'a "quoted" word', '"', "ends with \\", "$$ \\. {{x}} %s"} <= titles
    assert networkx.read_graphml(io.BytesIO(hostile("export", "graphml").encode())).number_of_edges() > 0


def test_country_years(bundled, tables):
    text = bundled("export", "country-year")
    panel = pandas.read_csv(io.StringIO(text), dtype_backend="numpy_nullable")
    assert str(panel.year.dtype) == str(panel.cow_value.dtype) == str(panel.cow_code.dtype) == "Int64"
    assert not panel.duplicated(["iso3", "year", "forum_id"]).any() and not panel.iso3.isna().any()
    assert set(panel.iso3) <= {row[3] for row in tables.rows("countries")}
    assert set(panel.forum_id) <= {row[0] for row in tables.rows("forums")}
    assert set(panel.cow_value) <= {-9, -1, 0, 1, 2, 3}
    # A class is known where the value says so, and nowhere else.
    assert ((panel.cow_value > 0) == panel.class_any_day.notna()).all()
    assert ((panel.cow_value > 0) <= panel.certainty.isin(["stated", "presumed"])).all()
    assert (panel.agency_count.isna() == panel.cow_value.isin([-9, -1])).all()
    # A country of which only an undated or unlimited membership is told has no 0.
    columns = list(tables.fields("memberships"))
    told = pandas.DataFrame(tables.rows("memberships"), columns=columns)
    limited = told[(told.from_stated == "true") | (told.to_stated == "true")]
    whole = pandas.DataFrame(tables.rows("membership_totals"), columns=list(tables.fields("membership_totals")))
    assert set(panel[panel.cow_value == 0].forum_id) <= set(limited.forum_id) | set(whole.forum_id)
    plain = pandas.read_csv(io.StringIO(text))
    assert (plain.isna() == panel.isna()).all().all()


def test_attendance(bundled, tables):
    matrix = pandas.read_csv(
        io.StringIO(bundled("export", "attendance", "--forum", "ISECG")), dtype_backend="numpy_nullable")
    came = matrix.set_index("party_id").drop(columns="party_label")
    assert set(came.columns) <= {row[0] for row in tables.rows("meetings")}
    rows = {(row[3], row[1]) for row in tables.rows("attendances") if row[2] == "forum/isecg"}
    marked = {(party, meeting) for party, row in came.iterrows() for meeting, cell in row.items() if cell is not pandas.NA and cell == 1}
    # A party that goes on under another name stands in one row.
    assert {meeting for _, meeting in marked} == {meeting for _, meeting in rows} and len(marked) <= len(rows)
    assert came.isna().any().any()
