"""Sentences of CoNLL-U files, as far as the training looks at them."""

from dataclasses import dataclass, field


@dataclass
class Sentence:
    """Words and, where the file has them, tags and the tree. Heads are 1-based; 0 is the root."""

    forms: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    deprels: list = field(default_factory=list)
    lines: list = field(default_factory=list)  # as read, comments and multiword tokens included

    def __len__(self):
        return len(self.forms)


def read_conllu(lines):
    """Yield the sentences of `lines`. Multiword ranges and empty nodes only stay in `lines`."""
    sentence = Sentence()
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if sentence.forms:
                yield sentence
            sentence = Sentence()
            continue
        sentence.lines.append(line)
        columns = line.split("\t")
        if line.startswith("#") or not columns[0].isdigit():
            continue
        sentence.forms.append(columns[1])
        sentence.upos.append(columns[3])
        sentence.xpos.append(columns[4])
        sentence.heads.append(int(columns[6]) if columns[6] != "_" else 0)
        sentence.deprels.append(columns[7])
    if sentence.forms:
        yield sentence


def read_treebanks(paths):
    """All sentences of the files `paths`, one file behind the other."""
    sentences = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            sentences.extend(read_conllu(file))
    return sentences
