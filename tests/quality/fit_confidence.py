#!/usr/bin/env python3
"""Fits how sure a reading is on judged readings, and prints the reliability of the fit.

    fit_confidence.py NEWSGRAPH --articles FOLDER... --verdicts FILE...

The folders hold the articles that the verdicts (draw_sentences.py) are of; what each reading stands on comes from
`newsgraph explain --json`. Needs numpy. Prints the numbers of extract/proposition/confidence.cpp (logistic
regression, ridge 1), then, cross-validated tenfold by articles, the mean probability and the share of right readings
in ten bins of equal size.
"""
import argparse
import json
import pathlib
import subprocess

import numpy


def grounds_of_readings(program, folders):
    """For each reading its article and its grounds; and the names of the grounds."""
    readings, names = {}, None
    for path in sorted(path for folder in folders for path in folder.iterdir()):
        command = [program.resolve(), "explain", "--json", path.name]
        out = subprocess.run(command, capture_output=True, check=True, cwd=path.parent).stdout
        for sentence in json.loads(out)["sentences"]:
            for proposition in sentence["propositions"]:
                if "grounds" in proposition:
                    names = list(proposition["grounds"])
                    readings[proposition["id"]] = (str(path), list(proposition["grounds"].values()))
    return readings, names


def read_verdicts(paths):
    """Share of "right" among the verdicts on each claim."""
    verdicts = {}
    for path in paths:
        for line in open(path, encoding="utf-8"):
            if line.strip() and not line.startswith("#"):
                claim, verdict = line.split("\t")[:2]
                verdicts.setdefault(claim.removeprefix("c_"), []).append(verdict.strip() == "right")
    return {claim: sum(given) / len(given) for claim, given in verdicts.items()}


def fit(x, y, ridge=1.0):
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


def area_under_curve(predicted, right):
    """The share of pairs of a right and a wrong reading in which the right one is the surer."""
    good, bad = predicted[right >= 0.5], numpy.sort(predicted[right < 0.5])
    below = numpy.searchsorted(bad, good, "left") + numpy.searchsorted(bad, good, "right")
    return below.sum() / (2 * len(good) * len(bad))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path, metavar="NEWSGRAPH")
    parser.add_argument("--articles", nargs="+", required=True, type=pathlib.Path)
    parser.add_argument("--verdicts", nargs="+", required=True, type=pathlib.Path)
    options = parser.parse_args()
    readings, names = grounds_of_readings(options.program, options.articles)
    verdicts = read_verdicts(options.verdicts)
    claims = sorted(claim for claim in verdicts if claim in readings)
    x = numpy.array([[1.0] + readings[claim][1] for claim in claims])
    y = numpy.array([verdicts[claim] for claim in claims])
    print(f"{len(claims)} of {len(verdicts)} judged readings are still made; {100 * y.mean():.1f} % of them right")
    for name, weight in zip(["intercept"] + names, fit(x, y)):
        print(f"{name:12} {weight:6.2f}")
    articles = numpy.array([readings[claim][0] for claim in claims])
    held_out = numpy.unique(articles, return_inverse=True)[1] % 10
    predicted = numpy.zeros(len(claims))
    for fold in range(10):
        rest = held_out != fold
        predicted[~rest] = probability(x[~rest], fit(x[rest], y[rest]))
    error = 0
    for part in numpy.array_split(numpy.argsort(predicted, kind="stable"), 10):
        error += abs(predicted[part].mean() - y[part].mean()) * len(part) / len(claims)
        print(f"predicted {predicted[part].mean():.2f}  right {y[part].mean():.2f}  of {len(part)}")
    print(f"expected calibration error {100 * error:.1f} %, area under the curve {area_under_curve(predicted, y):.3f}")
    for least in (0.6, 0.65, 0.7, 0.75):
        kept = predicted >= least
        print(f"from {least:.2f} on {100 * kept.mean():.1f} % are left, {100 * y[kept].mean():.1f} % of them right")


if __name__ == "__main__":
    main()
