#!/usr/bin/env bash
# Other tools read what `isnad export` writes, each where it is installed: xmllint, rapper (raptor2-utils), dot, python3-networkx,
# python3-rdflib.
# Usage: export_read_back_test.sh ISNAD SAMPLES
set -euo pipefail
isnad=$1
samples=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$isnad" build "$samples" --db "$work/db" --quiet
entities=$("$isnad" export --db "$work/db" --what entities --format jsonl | wc -l)
edges=$("$isnad" export --db "$work/db" --what edges --format jsonl | wc -l)
for format in graphml gexf dot nquads turtle jsonld; do
  "$isnad" export --db "$work/db" --format "$format" -o "$work/x.$format"
done
fail() { echo "FAILED: $*"; exit 1; }
have() { command -v "$1" > /dev/null 2>&1 || { echo "not here: $1"; return 1; }; }
module() { python3 -c "import $1" > /dev/null 2>&1 || { echo "not here: python3-$1"; return 1; }; }

if have xmllint; then
  xmllint --noout "$work/x.graphml" "$work/x.gexf" || fail "xmllint"
fi
if have rapper; then
  rapper --quiet -i turtle -o ntriples "$work/x.turtle" > "$work/turtle.nt" || fail "rapper cannot read turtle"
  rapper --quiet -i nquads -o nquads "$work/x.nquads" > "$work/quads.nq" || fail "rapper cannot read nquads"
  [ "$(grep -c 'urn:isnad:\(relation\|denied\):' "$work/turtle.nt")" -eq "$edges" ] || fail "rapper: not every edge came back"
fi
if have dot; then
  dot -Tplain -Knop "$work/x.dot" > /dev/null 2> "$work/dot.log" || dot -Tcanon "$work/x.dot" > /dev/null || fail "dot"
fi
if have python3 && module networkx; then
  python3 - "$work" "$entities" "$edges" <<'P' || fail "networkx"
import sys
import networkx
work, entities, edges = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for name, read in (("graphml", networkx.read_graphml), ("gexf", lambda path: networkx.read_gexf(path, version="1.3" if "1.3" in networkx.readwrite.gexf.GEXF.versions else "1.2draft"))):
    try:
        graph = read(f"{work}/x.{name}")
    except networkx.NetworkXError as error:
        if name == "gexf":
            print("networkx reads no GEXF of that version:", error)
            continue
        raise
    assert graph.number_of_nodes() == entities, (name, graph.number_of_nodes(), entities)
    assert graph.number_of_edges() == edges, (name, graph.number_of_edges(), edges)
P
fi
if have python3 && module rdflib; then
  python3 - "$work" "$edges" <<'P' || fail "rdflib"
import sys
import rdflib
work, edges = sys.argv[1], int(sys.argv[2])
graph = rdflib.Graph()
graph.parse(f"{work}/x.jsonld", format="json-ld")
statement = rdflib.URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement")
quoted = rdflib.URIRef("http://www.w3.org/ns/prov#wasQuotedFrom")
found = set(graph.subjects(rdflib.RDF.type, statement))
assert len(found) >= edges, (len(found), edges)
assert all(graph.value(claim, quoted) is not None for claim in found)
P
fi
echo "read back: $entities entities, $edges edges"
