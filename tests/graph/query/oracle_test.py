#!/usr/bin/env python3
"""Compares what graph_measures says of graphs with NetworkX and igraph.

  oracle_test.py GRAPH_MEASURES [ISNAD SAMPLES]

Graphs are random ones from fixed seeds and, where ISNAD is given, the one that it builds from SAMPLES.
"""
import json
import math
import os
import random
import subprocess
import sys
import tempfile

import igraph
import networkx as nx

MODULARITY_SHARE = 0.98
faults = []


def check(ok, *what):
    if not ok:
        faults.append(" ".join(str(part) for part in what))


def close(name, graph, ours, theirs, tolerance):
    worst = max((abs(a - b) for a, b in zip(ours, theirs)), default=0.0)
    check(len(ours) == len(theirs) and worst <= tolerance, graph, name, "differs by", worst)


def measures(program, nodes, arcs):
    text = f"{nodes}\n" + "".join(f"{a} {b} {w}\n" for a, b, w in arcs)
    out = subprocess.run([program], input=text, capture_output=True, text=True, check=True).stdout
    return {line.split()[0]: [float(word) for word in line.split()[1:]] for line in out.splitlines()}


def same_partition(ours, sets):
    return {frozenset(v for v, g in enumerate(ours) if g == group) for group in set(ours)} == {frozenset(s) for s in sets}


def compare(program, name, nodes, arcs):
    ours = measures(program, nodes, arcs)
    directed = nx.DiGraph()
    directed.add_nodes_from(range(nodes))
    both = nx.Graph()
    both.add_nodes_from(range(nodes))
    for a, b, w in arcs:
        if a == b:
            continue
        for graph in (directed, both):
            if graph.has_edge(a, b):
                graph[a][b]["weight"] += w
            else:
                graph.add_edge(a, b, weight=w)
    ranks = nx.pagerank(directed, tol=1e-13, max_iter=1000)
    close("pagerank", name, ours["pagerank"], [ranks[v] for v in range(nodes)], 1e-6)
    between = nx.betweenness_centrality(both)
    close("betweenness", name, ours["betweenness"], [between[v] for v in range(nodes)], 1e-9)
    cuts = set(nx.articulation_points(both))
    check([v for v in range(nodes) if ours["articulation"][v] > 0] == sorted(cuts), name, "articulation points differ")
    check(same_partition(ours["components"], nx.connected_components(both)), name, "components differ")
    cores = nx.core_number(both)
    check(ours["cores"] == [cores[v] for v in range(nodes)], name, "cores differ")
    constraint = nx.constraint(both, weight="weight")
    pairs = [(a, constraint[v]) for v, a in enumerate(ours["constraint"]) if not math.isnan(a) and not math.isnan(constraint[v])]
    close("constraint", name, [a for a, _ in pairs], [b for _, b in pairs], 1e-9)
    hops = nx.single_source_shortest_path_length(both, 0)
    check(ours["hops"] == [hops.get(v, -1) for v in range(1, nodes)], name, "hops differ")
    price = nx.single_source_dijkstra_path_length(both, 0)
    check(ours["price"] == [price.get(v, -1) for v in range(1, nodes)], name, "cheapest paths differ")
    if both.number_of_edges() == 0:
        return
    # HITS is unique only where the leading eigenvalue is alone: compare what its equations leave.
    hubs, authorities = ours["hubs"], ours["authorities"]
    back = [sum(d["weight"] * hubs[u] for u, _, d in directed.in_edges(v, data=True)) for v in range(nodes)]
    total = sum(back)
    close("authorities", name, authorities, [value / total for value in back], 1e-6)
    edges = [(a, b) for a, b in both.edges()]
    weights = [both[a][b]["weight"] for a, b in edges]
    graph = igraph.Graph(n=nodes, edges=edges)
    igraph_ranks = igraph.Graph(n=nodes, edges=list(directed.edges()), directed=True)
    igraph_ranks.es["weight"] = [d["weight"] for _, _, d in directed.edges(data=True)]
    close("pagerank (igraph)", name, ours["pagerank"], igraph_ranks.pagerank(weights="weight"), 1e-6)
    scale = (nodes - 1) * (nodes - 2) / 2
    close("betweenness (igraph)", name, ours["betweenness"], [b / scale for b in graph.betweenness()], 1e-9)
    check(ours["cores"] == graph.coreness(), name, "cores differ from igraph's")
    own = graph.modularity([int(g) for g in ours["communities"]], weights=weights)
    close("modularity of our groups (igraph)", name, ours["modularity"], [own], 1e-9)
    igraph.set_random_number_generator(random.Random(1))
    leiden = graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=10)
    theirs = graph.modularity(leiden, weights=weights)
    check(own >= MODULARITY_SHARE * theirs - 1e-12, name, "modularity", own, "is less than", MODULARITY_SHARE, "of", theirs)
    print(f"{name}: {nodes} nodes, {len(edges)} pairs, modularity {own:.4f} (igraph's Leiden {theirs:.4f})")


def random_graph(seed, nodes, arcs, groups=0):
    draw = random.Random(seed)
    out = []
    while len(out) < arcs:
        a = draw.randrange(nodes)
        b = draw.randrange(nodes)
        if groups and draw.random() < 0.8:
            b = b - b % groups + a % groups
        if b < nodes:
            out.append((a, b, draw.randint(1, 5)))
    return out


def sample_graph(isnad, samples):
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, "db")
        subprocess.run([isnad, "build", samples, "--db", db, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        text = subprocess.run([isnad, "export", "--db", db, "--what", "edges", "--format", "jsonl"], check=True, capture_output=True, text=True).stdout
    numbers = {}
    arcs = []
    for line in text.splitlines():
        edge = json.loads(line)
        a, b = (numbers.setdefault(edge[end], len(numbers)) for end in ("s", "o"))
        arcs.append((a, b, edge["n_claims"]))
    return len(numbers), arcs


def main():
    program = sys.argv[1]
    for seed in range(1, 13):
        nodes = 10 + 15 * seed
        compare(program, f"sparse {seed}", nodes, random_graph(seed, nodes, int(nodes * 1.1)))
        compare(program, f"dense {seed}", nodes, random_graph(100 + seed, nodes, nodes * 5))
        compare(program, f"grouped {seed}", nodes, random_graph(200 + seed, nodes, nodes * 4, groups=6))
    compare(program, "without edges", 5, [])
    if len(sys.argv) > 3:
        compare(program, "samples", *sample_graph(sys.argv[2], sys.argv[3]))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
