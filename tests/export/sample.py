"""What the readers' tests share: the JSON export as the truth to compare other formats with."""
import json
import os
import sys


def check(condition, message):
    if not condition:
        sys.exit("FAILED: " + message)


def equal(what, got, expected):
    check(got == expected, f"{what} is {got!r}; expected {expected!r}")


def load(directory):
    with open(os.path.join(directory, "hostile.json"), encoding="utf-8") as file:
        return json.load(file)


def joined(items):
    """Items as the lists of GraphML are joined."""
    fold = str.maketrans({"|": "¦", "\t": " ", "\n": " ", "\r": " "})
    return " | ".join(item.translate(fold) for item in items)
