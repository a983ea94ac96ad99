"""Words as the network sees them: a row of the word table and hashed subwords.

The same text must give the same rows here and in extract/language/neural/ (C++).
"""

import unicodedata
from functools import lru_cache

import numpy as np

HASHES = 13  # subwords of a word at most
UNKNOWN, ROOT = 0, 1  # rows of the word table
ROOT_FORM = "<root>"

UNIFIED = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "--",
        "…": "...",
    }  # fmt: skip
    | {digit: "0" for digit in "123456789"}
)


def unified(form):
    """`form` with one spelling for each quote and dash, 0 for every digit, and no soft hyphens."""
    if not form.isascii():
        form = "".join(c for c in form if unicodedata.category(c) != "Cf")
    return form.translate(UNIFIED)


def lower(form):
    """In lower case, one code point for one."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in form)


@lru_cache(maxsize=1 << 16)
def mark(c):
    category = unicodedata.category(c)
    if category in ("Lu", "Lt"):
        return "X"
    if category[0] in "LM":
        return "x"
    if category[0] == "N":
        return "0"
    return c if c < "\x80" else "?"


def shape(form):
    """ "Xx", "0,00": one mark a character, runs cut to two."""
    marks = []
    for c in form:
        m = mark(c)
        if marks[-2:] != [m, m]:
            marks.append(m)
    return "".join(marks)


def skeleton(low):
    """Letters and digits run together to one x: "state-owned" -> "x-x"."""
    marks = []
    for c in low:
        m = "x" if mark(c) in "Xx0" else c
        if m != "x" or marks[-1:] != ["x"]:
            marks.append(m)
    return "".join(marks)


def subwords(form):
    """Subwords of a unified form; "p", "e": its beginnings and ends in lower case."""
    low = lower(form)
    parts = ["w" + form, "s" + shape(form)]
    parts += ["p" + low[:n] for n in range(1, 5) if n <= len(low)]
    parts += ["e" + low[-n:] for n in range(1, 7) if n <= len(low)]
    if "-" in form or "." in form:
        parts.append("m" + skeleton(low))
    return parts


def hash_bytes(strings):
    """newsgraph::hash_bytes (feature_hash.hpp) of each string, as an array of 64-bit numbers."""
    encoded = [s.encode() for s in strings]
    sizes = np.array([len(b) for b in encoded], dtype=np.uint64)
    order = np.argsort(sizes, kind="stable")
    result = np.empty(len(encoded), dtype=np.uint64)
    prime = np.uint64(0x100000001B3)
    with np.errstate(over="ignore"):
        for chunk in np.array_split(order, max(1, len(order) // 100_000)):
            width = int(sizes[chunk].max(initial=0))
            joined = b"".join(encoded[i].ljust(width, b"\0") for i in chunk)
            table = np.frombuffer(joined, dtype=np.uint8).reshape(len(chunk), width)
            h = np.uint64(0x2545F4914F6CDD1D) ^ sizes[chunk]
            for k in range(width):
                h = np.where(k < sizes[chunk], (h ^ table[:, k]) * prime, h)
            for _ in range(2):
                h ^= h >> np.uint64(32)
                h *= np.uint64(0xD6E8FEB86659FD93)
            result[chunk] = h ^ (h >> np.uint64(32))
    return result


def keys_of(forms):
    """What the tables are read by: the normalized words and, [form, HASHES], the hashes of their
    subwords, 0 for none."""
    normalized, strings, places = [], [], []
    for row, form in enumerate(forms):
        plain = unified(form)
        normalized.append(lower(plain))
        for column, part in enumerate(subwords(plain)):
            strings.append(part)
            places.append((row, column))
    hashes = np.zeros((len(forms), HASHES), dtype=np.uint64)
    if strings:
        rows, columns = np.array(places).T
        hashes[rows, columns] = hash_bytes(strings)
    return normalized, hashes


def table_of(normalized, hashes, words, buckets):
    """[form, 1 + HASHES]: the form's row of the word table (`words`: row by normalized word) and its
    subword buckets, 0 for none."""
    table = np.zeros((len(hashes), 1 + HASHES), dtype=np.int32)
    table[:, 0] = [words.get(word, UNKNOWN) for word in normalized]
    table[:, 1:] = np.where(hashes == 0, 0, 1 + hashes % np.uint64(buckets - 1))
    return table
