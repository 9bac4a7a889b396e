#!/usr/bin/env python3
"""Turns open information extraction gold (BenchIE's text format) into annotated articles that isnad-fit-confidence reads.

    openie_gold.py GOLD.txt SENTENCES.jsonl > gold.jsonl

SENTENCES.jsonl holds the articles of the gold's sentences as isnad reads them; sentence ids are those of the gold.
Every wording of every fact becomes a fact that is right but not required.
"""
import json
import re
import sys


def facts_by_sentence(path):
    facts, sentence = {}, None
    with open(path, encoding="utf-8-sig") as lines:
        for line in lines:
            line = line.strip()
            if line.startswith("sent_id:"):
                sentence = line.split("\t")[0][len("sent_id:"):].strip()
                facts[sentence] = []
            elif sentence is not None and line.count(" --> ") == 2 and not re.match(r"^\S+--> ?Cluster", line):
                subject, relation, target = line.split(" --> ")
                facts[sentence].append({"s": [subject], "r": [relation], "o": [target], "attr": [], "req": False})
    return facts


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    facts = facts_by_sentence(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as articles:
        for line in articles:
            article = json.loads(line)
            for sentence in article["sentences"]:
                sentence["facts"] = facts.get(str(sentence["id"]), [])
            article.update(entities=[], edges=[])
            print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
