#!/usr/bin/env python3
"""Fits how sure a reading is on judged readings, and prints the reliability of the fit.

    fit_confidence.py NEWSGRAPH ARTICLES verdicts.tsv...

ARTICLES is the folder of the articles that the verdicts (draw_sentences.py) are of; what each reading stands on comes
from `newsgraph explain --json`. Needs numpy. Prints the numbers of extract/proposition/confidence.cpp (logistic
regression, ridge 2), then, cross-validated tenfold, the mean probability and the share of right readings in five
bins of equal size.
"""
import json
import pathlib
import random
import subprocess
import sys

import numpy


def grounds_of_readings(program, articles):
    grounds, names = {}, None
    for article in sorted(pathlib.Path(articles).iterdir()):
        out = subprocess.run([program, "explain", "--json", article], capture_output=True, check=True, cwd=articles).stdout
        for sentence in json.loads(out)["sentences"]:
            for proposition in sentence["propositions"]:
                if "grounds" in proposition:
                    names = list(proposition["grounds"])
                    grounds[proposition["id"]] = list(proposition["grounds"].values())
    return grounds, names


def read_verdicts(paths):
    """Share of "right" among the verdicts on each claim."""
    verdicts = {}
    for path in paths:
        for line in open(path, encoding="utf-8"):
            if line.strip() and not line.startswith("#"):
                claim, verdict = line.split("\t")[:2]
                verdicts.setdefault(claim.removeprefix("c_"), []).append(verdict.strip() == "right")
    return {claim: sum(given) / len(given) for claim, given in verdicts.items()}


def fit(x, y, ridge=2.0):
    weights = numpy.zeros(x.shape[1])
    penalty = numpy.full(x.shape[1], ridge)
    penalty[0] = 0.01
    for _ in range(100):
        p = probability(x, weights)
        gradient = x.T @ (p - y) + penalty * weights
        weights -= numpy.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + numpy.diag(penalty), gradient)
    return weights


def probability(x, weights):
    return 1 / (1 + numpy.exp(-x @ weights))


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    grounds, names = grounds_of_readings(sys.argv[1], sys.argv[2])
    verdicts = read_verdicts(sys.argv[3:])
    claims = sorted(claim for claim in verdicts if claim in grounds)
    x = numpy.array([[1.0] + grounds[claim] for claim in claims])
    y = numpy.array([verdicts[claim] for claim in claims])
    print(f"{len(claims)} of {len(verdicts)} judged readings are still made; {100 * y.mean():.1f} % of them right")
    for name, weight in zip(["intercept"] + names, fit(x, y)):
        print(f"{name:12} {weight:6.2f}")
    order = list(range(len(claims)))
    random.Random(1).shuffle(order)
    predicted = numpy.zeros(len(claims))
    for fold in range(10):
        held_out = order[fold::10]
        rest = [i for i in order if i not in set(held_out)]
        predicted[held_out] = probability(x[held_out], fit(x[rest], y[rest]))
    error = 0
    for part in numpy.array_split(numpy.argsort(predicted, kind="stable"), 5):
        error += abs(predicted[part].mean() - y[part].mean()) * len(part) / len(claims)
        print(f"predicted {predicted[part].mean():.2f}  right {y[part].mean():.2f}  of {len(part)}")
    print(f"expected calibration error {100 * error:.1f} %")


if __name__ == "__main__":
    main()
