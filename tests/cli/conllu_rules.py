"""The rules of CoNLL-U (https://universaldependencies.org/format.html) that output must keep."""

import re


def sentences(text):
    """Lists of lines, one a sentence; fails where blank lines do not end each."""
    assert text == "" or text.endswith("\n\n"), "a blank line ends every sentence"
    assert "\n\n\n" not in text and not text.startswith("\n"), "one blank line, not two"
    return [block.split("\n") for block in text.split("\n\n")[:-1]]


def check(text, from_raw=True):
    """Raises AssertionError at the first rule that `text` breaks; returns its sentences' words.

    from_raw: expects the comments that output for raw text has.
    """
    ids = set()
    result = []
    for number, lines in enumerate(sentences(text)):
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines[len(comments):]]
        assert all(not row[0].startswith("#") for row in rows), "comments come first"
        values = dict(c[2:].split(" = ", 1) for c in comments if " = " in c)
        if from_raw:
            assert ("newdoc id" in values) == (number == 0), "one document"
            assert values["sent_id"] not in ids and re.fullmatch(r"[^\s/]+", values["sent_id"])
            ids.add(values["sent_id"])
        words = check_rows(rows)
        if "text" in values:
            assert surface(rows) == values["text"], f"{surface(rows)!r} is not {values['text']!r}"
        result.append(words)
    return result


def check_rows(rows):
    words = []
    range_end = 0
    for row in rows:
        assert len(row) == 10 and all(row), f"ten columns, none empty: {row}"
        assert row[1] == row[1].strip() and (row[1] == " ".join(row[1].split())), row
        if "-" in row[0]:
            begin, end = map(int, row[0].split("-"))
            assert begin == len(words) + 1 and end > begin > range_end, "ranges in order"
            assert row[2:9] == ["_"] * 7, "a range has form and MISC only"
            range_end = end
        else:
            assert int(row[0]) == len(words) + 1, "ids count up"
            words.append(row)
    assert range_end <= len(words), "ranges end in the sentence"
    heads = [int(row[6]) for row in words]
    assert heads.count(0) == 1, "one root"
    for index, row in enumerate(words, 1):
        assert 0 <= heads[index - 1] <= len(words) and heads[index - 1] != index
        assert (row[7] == "root") == (heads[index - 1] == 0), "the root is called root"
        assert re.fullmatch(r"[A-Z]+", row[3])
        feats = [] if row[5] == "_" else row[5].split("|")
        assert feats == sorted(set(feats), key=str.lower), "features are sorted"
        assert row[8] == "_" or all(re.fullmatch(r"\d+(\.\d+)?:\S+", arc) for arc in row[8].split("|"))
        at, steps = index, 0
        while at != 0:
            at, steps = heads[at - 1], steps + 1
            assert steps <= len(words), "no cycles"
    inside = False
    for row in words:
        name = re.search(r"(?:^|\|)Name=([BI])-[A-Z]+", row[9])
        assert not (name and name[1] == "I") or inside, "a name begins with B"
        inside = name is not None
    return words


def surface(rows):
    """The text that forms and SpaceAfter make."""
    text, skip = "", 0
    for row in rows:
        if "-" in row[0]:
            skip = int(row[0].split("-")[1])
        elif int(row[0]) <= skip:
            continue
        text += row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ")
    # The last blank is between sentences.
    return text[:-1] if text.endswith(" ") else text
