"""Sentences with names from the free corpora, all in the labels of NameLabel.

A token teaches a set of labels that may be right: one where the corpus is clear, several where it
leaves the type or the border open, None where it says nothing. `python3 name_data.py DATA` prints
what each corpus holds and where the corpora disagree.
"""

import json
import pathlib
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field

TYPES = ("person", "organization", "place", "event", "work", "product", "law", "nationality", "other")
PERSON, ORGANIZATION, PLACE, EVENT, WORK, PRODUCT, LAW, NATIONALITY, OTHER = range(9)
OUTSIDE = 0
BEGIN, INSIDE, LAST, UNIT = range(4)
OTHER_TYPES = frozenset((EVENT, WORK, PRODUCT, LAW, NATIONALITY, OTHER))
COMMON = {"PER": PERSON, "ORG": ORGANIZATION, "LOC": PLACE}
NOT_COMMON = frozenset([OUTSIDE] + [1 + 4 * t + place for t in OTHER_TYPES for place in range(4)])

UNER = ("uner-ewt-train", "uner-pud-train")
CROSSNER = ("politics", "science", "music", "literature", "ai")
PARTS = ("train", "uner-dev", "wikigold-dev", "redocred-check", "gum-check")
WEIGHTS = {"gum": 0.7, "re3d": 0.5, "redocred": 0.8, "crossner-ai": 0.5, "crossner-science": 0.5}
# What a corpus calls a name is learned apart for each of these groups; the engine goes by the first.
CONVENTIONS = (("uner", "wikigold"), ("redocred",), ("crossner",), ("gum",), ("re3d",))

# What a source's own tag means where the common scheme has none.
NATIVE = {
    "OTH": OTHER_TYPES, "MISC": OTHER_TYPES, "misc": OTHER_TYPES,
    "LOC": {NATIONALITY}, "country": {NATIONALITY}, "location": {NATIONALITY},
    "event": {EVENT}, "election": {EVENT}, "conference": {EVENT, ORGANIZATION, WORK},
    "book": {WORK}, "poem": {WORK}, "album": {WORK}, "song": {WORK},
    "magazine": {WORK, ORGANIZATION}, "academicjournal": {WORK},
    "product": {PRODUCT}, "programlang": {PRODUCT}, "award": {OTHER},
    "astronomicalobject": {OTHER, PLACE},
}  # fmt: skip
# Tags of things that no scheme calls person, organization or place.
THINGS = set(
    "algorithm task field metrics musicgenre musicalinstrument literarygenre discipline theory "
    "chemicalcompound chemicalelement protein enzyme".split()
)

LAW_WORDS = set(
    "accord accords act agreement amendment bill charter code constitution convention covenant "
    "declaration law pact protocol treaty".split()
)
EVENT_WORDS = set(
    "battle championship championships conference congress cup election elections festival games "
    "olympics rebellion revolution summit tournament uprising war wars".split()
)
PEOPLE_SUFFIXES = tuple(
    "ian ians ish ese can cans ench eek eeks erman ermans utch wiss aqi aqis aeli aelis audi audis slim "
    "slims ewish atholic atholics stani stanis".split()
)
PEOPLES = set(
    "arab arabs arabic kurd kurds kurdish turk turks jew jews hindu hindus sunni sunnis shia shiite shiites "
    "shi'ite afghan afghans thai yemeni yemenis kuwaiti kuwaitis emirati omani qatari bahraini pashtun "
    "tamil tamils nazi nazis soviet soviets roman romans greek greeks czech slovak serb serbs croat pole "
    "poles dane danes swede swedes finn finns icelandic filipino philippine bengali punjabi yazidi yazidis "
    "alawite druze moslem moslems protestant buddhist mexican german germans islamic islamist argentine "
    "european europeans asian asians african africans latino hispanic inuit maori celtic nordic".split()
)
NO_PEOPLES = {
    "republican",
    "republicans",
    "historian",
    "guardian",
    "philippines",
    "mobile",
    "western",
    "eastern",
    "pwani",
}
DATE_WORDS = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr "
    "jun jul aug sep sept oct nov dec am pm a.m. p.m. gmt est edt cst cdt pst pdt utc bc bce ad ce "
    "today tomorrow yesterday spring summer autumn winter".split()
)
TITLES = set(
    "mr mrs ms miss dr doctor prof professor president vice prime minister ministers king queen prince "
    "princess emperor empress sir madam lord lady baron baroness count countess duke duchess earl pope "
    "archbishop bishop cardinal rev reverend father sister brother rabbi imam ayatollah sheikh shaikh "
    "sheik sultan general gen lieutenant lt colonel col major maj captain capt sergeant sgt commander "
    "admiral marshal senator sen senators representative rep congressman congresswoman governor gov mayor "
    "judge justice chief chairman chairwoman chair secretary ambassador chancellor premier director "
    "deputy attorney speaker ceo leader mp spokesman spokeswoman former acting foreign defense defence advisor adviser "
    "envoy special under-secretary saint st emir coach host agent officer commissioner detective inspector "
    "staff private corporal mom dad mum fellow member baronet doge tsar czar kaiser khan senior".split()
) - {"khan", "staff", "private"}  # fmt: skip
CONNECTORS = set("of the and for de la al el bin ibn van von der - ’ ' . & du des di".split())


def convention_of(source):
    """The number of the group that a corpus is of."""
    return next(number for number, names in enumerate(CONVENTIONS) if source.startswith(names))


@dataclass
class NameExample:
    """A sentence; `mentions` are its names as (begin, end, types), for figures only."""

    forms: list
    allowed: list
    source: str
    document: str
    weight: float = 1.0
    mentions: list = field(default_factory=list)

    def name(self, begin, end, types, loose=False):
        """Teach the name [begin, end) of one of `types`; loose: it may have begun earlier."""
        for i in range(begin, end):
            places = {UNIT if end - begin == 1 else BEGIN if i == begin else LAST if i + 1 == end else INSIDE}
            if loose and i == begin:
                places.add(LAST if end - begin == 1 else INSIDE)
            self.allowed[i] = {1 + 4 * t + place for t in types for place in places}
        self.mentions.append((begin, end, frozenset(types)))

    def forget(self, begin, end):
        self.allowed[begin:end] = [None] * (end - begin)
        self.mentions = [m for m in self.mentions if m[1] <= begin or end <= m[0]]


def is_capital(form):
    return form[:1].isupper()


def is_date(form):
    return form.lower().rstrip(".").removesuffix("'s") in DATE_WORDS or form.lower() in DATE_WORDS


def is_title(form):
    return form.lower().rstrip(".") in TITLES


class Peoples:
    """Words for nationalities, religions and other peoples: a list and what the corpora mark."""

    def __init__(self, folder):
        self.words = set(PEOPLES)
        for path in sorted(folder.glob("*.iob2")):
            for _, _, rows in read_iob2(path):
                for begin, end, tag in spans([row[2] for row in rows]):
                    form = rows[begin][0].lower()
                    if end - begin > 1 or rows[begin][1] != "O" or form in NO_PEOPLES:
                        continue
                    if tag == "LOC" or tag in ("OTH", "MISC", "misc") and form.endswith(PEOPLE_SUFFIXES):
                        self.words.add(form)

    def __contains__(self, form):
        lower = form.lower()
        if lower in NO_PEOPLES:
            return False
        parts = lower.split("-")
        if len(parts) > 1:
            return is_capital(form) and all(p in self.words or p in ("anglo", "franco", "pro") for p in parts)
        return is_capital(form) and (lower in self.words or lower.endswith("s") and lower[:-1] in self.words)


def read_iob2(path):
    """Yield (document number, document id, rows of form, common tag, native tag) of each sentence."""
    number, document, rows = -1, "", []
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield number, document, rows
                rows = []
            elif line[0] == "#" and "\t" not in line:
                if line.startswith("# newdoc"):
                    number += 1
                    document = line.partition("= ")[2]
                elif line.startswith("# sent_id") and number < 0:
                    document = line.partition("= ")[2]  # no documents: each sentence is its own
            else:
                columns = line.split("\t")
                rows.append((columns[1], columns[2], columns[3] if columns[3] != "-" else "O"))


def spans(tags):
    """The spans (begin, end, tag) of IOB2 tags."""
    found = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append([i, i + 1, tag[2:]])
        elif tag.startswith("I-") and found and found[-1][1] == i:
            found[-1][1] = i + 1
    return [tuple(span) for span in found]


def refined(types, forms, peoples):
    """What the words say about "some other name"."""
    if frozenset(types) != OTHER_TYPES:
        return types
    first, last = forms[0].lower(), forms[-1].lower()
    if last in LAW_WORDS or first == "treaty":
        return {LAW}
    if first == "battle" or last in EVENT_WORDS and "of" not in forms:
        return {EVENT}
    if all(form in peoples or form == "-" for form in forms):
        return {NATIONALITY}
    if forms[-1] in peoples or len(forms) == 1:
        return types
    return types - {NATIONALITY}


def repaired(rows):
    """Rows without the marks for hard spaces, and with the clitic 's in one piece."""
    kept = []
    for row in rows:
        if (
            row[0] == "s"
            and kept
            and kept[-1][0] in "'’"
            and row[1] == row[2] == kept[-1][1] == kept[-1][2] == "O"
        ):
            kept[-1] = (kept[-1][0] + "s", "O", "O")
        elif row[0] != "␣":
            kept.append(row)
    return kept


def iob2_example(source, document, rows, peoples):
    """What the tags of one sentence teach, every corpus in its own manner."""
    if source.startswith(("redocred", "crossner")):
        rows = repaired(rows)
    forms = [row[0] for row in rows]
    example = NameExample(forms, [{OUTSIDE} for _ in forms], source, document, WEIGHTS.get(source, 1.0))
    crossner = source.startswith("crossner")
    for begin, end, tag in spans([row[1] for row in rows]):
        if forms[begin] == "the" and end - begin > 1:
            begin += 1
        types, first = {COMMON[tag]}, begin
        if crossner and " ".join(forms[begin:end]).islower():
            example.allowed[begin:end] = [None] * (end - begin)  # "poetry society"
            continue
        if tag == "PER" and crossner:
            while first + 1 < end and is_title(forms[first]) and is_capital(forms[first + 1]):
                first += 1
        if tag == "LOC" and not source.startswith("uner") and all(f in peoples for f in forms[begin:end]):
            types = {PLACE, NATIONALITY}
        if (
            tag == "ORG"
            and source.startswith(("redocred", "crossner"))
            and all(f in peoples for f in forms[begin:end])
        ):
            types = {NATIONALITY}  # "Jewish", "Muslims"
        example.name(first, end, types, loose=first > begin)
        example.allowed[begin:first] = [None] * (first - begin)
    taken = {i for begin, end, _ in example.mentions for i in range(begin, end)}
    for begin, end, tag in spans([row[2] for row in rows]):
        if rows[begin][1] != "O" or taken.intersection(range(begin, end)) or tag in ("TIME", "NUM"):
            continue
        if forms[begin] == "the" and end - begin > 1:
            begin += 1
        words = forms[begin:end]
        capital = any(c.isupper() for word in words for c in word)
        if crossner and not capital and not any(c.isdigit() for word in words for c in word):
            continue  # "chess", "speech recognition": no names, outside
        if tag in THINGS:
            example.allowed[begin:end] = [set(NOT_COMMON) for _ in words]
        elif tag not in NATIVE or tag == "award" and words[0].lower() in ("fellow", "member"):
            example.forget(begin, end)
        elif tag in ("award", "misc", "product") and not is_capital(words[-1]) and not words[-1].isdigit():
            example.allowed[begin:end] = [set(NOT_COMMON) for _ in words]
        else:
            example.name(begin, end, refined(NATIVE[tag], words, peoples))
    return example


def loosen_outside(example, xpos, peoples):
    """UNER knows three types: a proper noun that it leaves outside may be a name of another type."""
    for i, form in enumerate(example.forms):
        if example.allowed[i] != {OUTSIDE} or is_date(form) or is_title(form) or form == "I":
            continue
        if xpos is not None:
            proper = xpos[i] in ("NNP", "NNPS") or form in peoples and xpos[i] in ("JJ", "NN", "NNS")
        else:
            proper = i > 0 and is_capital(form) and any(c.isalnum() for c in example.forms[i - 1])
        if form in peoples and proper:
            example.allowed[i] = {OUTSIDE} | {1 + 4 * NATIONALITY + place for place in range(4)}
        elif proper:
            example.allowed[i] = set(NOT_COMMON)


def read_trees(path):
    """Yield (document, words) of CoNLL-U; a word is (form, XPOS, head, relation, Entity)."""
    document, words = "", []
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            if not line:
                if words:
                    yield document, words
                words = []
            elif line.startswith("#"):
                if line.startswith("# newdoc id"):
                    document = line.partition("= ")[2]
            else:
                columns = line.split("\t")
                if columns[0].isdigit():
                    entity = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
                    entity = entity.group(1) if entity else ""
                    words.append((columns[1], columns[4], int(columns[6]) - 1, columns[7], entity))


def uner_examples(data, name, peoples):
    """UNER training sentences, with the treebank's part-of-speech where the tokens agree."""
    tags = {}
    for document, words in read_trees(data / "treebank" / (name.removeprefix("uner-") + ".conllu")):
        tags[document, tuple(w[0] for w in words)] = [w[1] for w in words]
    for _, document, rows in read_iob2(data / "ner" / f"{name}.iob2"):
        example = iob2_example(name, document, rows, peoples)
        loosen_outside(example, tags.get((document, tuple(example.forms))), peoples)
        yield example


def mentions_of(words):
    """The mentions (begin, end, entity type) that the Entity brackets of a sentence mark."""
    found, opened = [], defaultdict(list)
    for i, word in enumerate(words):
        for opening, whole, closing in re.findall(r"\(([^()]+)(\))?|([^()]+)\)", word[4]):
            if opening:
                number, kind = opening.split("-")[:2]
                if whole:
                    found.append((i, i + 1, kind))
                else:
                    opened[number].append((i, kind))
            elif opened[closing]:
                begin, kind = opened[closing].pop()
                found.append((begin, i + 1, kind))
    return found


GUM_TYPES = {
    "person": {PERSON}, "organization": {ORGANIZATION}, "place": {PLACE}, "event": {EVENT},
    "object": {PRODUCT, WORK, OTHER, PLACE}, "animal": {OTHER, PERSON}, "plant": {OTHER},
    "substance": {PRODUCT, OTHER}, "abstract": OTHER_TYPES,
}  # fmt: skip


def name_core(words, mention, inner):
    """The name within a GUM mention: (begin, end, loose), None if its head is no proper noun.

    From the head along flat, compound, numbers, capital adjectives and of-phrases of official
    names; without determiners, titles, possessors and appositions.
    """
    begin, end, kind = mention
    head = next((i for i in range(begin, end) if not begin <= words[i][2] < end), None)
    if head is None or words[head][1] not in ("NNP", "NNPS"):
        return None
    children = defaultdict(list)
    for i in range(begin, end):
        children[words[i][2]].append(i)
    core, queue = set(), [head]
    while queue:
        i = queue.pop()
        core.add(i)
        for child in children[i]:
            form, xpos, _, relation, _ = words[child]
            proper = xpos in ("NNP", "NNPS") and (is_capital(form) or form[0].isdigit())
            if relation.startswith("flat"):
                queue.append(child)
            elif relation == "compound" and proper:
                if not (kind == "person" and (is_title(form) or any(m[0] <= child < m[1] for m in inner))):
                    queue.append(child)
            elif (
                relation == "amod" and proper or relation == "nummod" and child == i + 1 and kind != "person"
            ):
                queue.append(child)
            elif relation == "punct" and xpos == "HYPH":
                core.add(child)
            elif relation == "nmod" and proper and kind != "person":
                cases = [words[c][0] for c in children[child] if words[c][3] == "case"]
                if cases in (["of"], ["for"]):
                    queue.append(child)
                    core.update(c for c in children[child] if words[c][3] in ("case", "det"))
            elif relation == "conj" and proper and i != head:
                queue.append(child)
                core.update(c for c in children[child] if words[c][3] == "cc")
    first, last = head, head + 1
    fill = (".", "'", "’", '"', "“", "”", "-", "–", "&", "/")

    def goes_on(i, step):
        if i in core:
            return True
        return words[i][0] in fill and begin <= i + step < end and i + step in core

    while last < end and goes_on(last, 1):
        last += 1
    while first > begin and goes_on(first - 1, -1):
        first -= 1
    while first < head and (words[first][1] == "DT" or words[first][0] in fill):
        first += 1
    while kind == "person" and first + 1 < last and is_title(words[first][0]):
        first += 1
    while last > head + 1 and (words[last - 1][1] in ("DT", "IN", "CC") or words[last - 1][0] in fill[1:]):
        last -= 1
    before = words[first - 1] if first > begin else None
    loose = before is not None and is_capital(before[0]) and before[1] != "DT" and not is_title(before[0])
    return first, last, loose and kind != "person"


TITLE_CONNECTORS = {"on", "in", "to", "of", "the", "and", "for", "de", "la"}
NO_NAME = re.compile(r"[@/]|www|\.com")


def is_fragment(forms, begin, end):
    """Whether capitals go on around a title such as "Dancing on Ice", of which the head is not all."""
    before = forms[begin - 1] if begin > 1 else ""
    after = forms[end : end + 2]
    return (
        is_capital(before)
        or bool(after)
        and is_capital(after[0])
        or len(after) == 2
        and after[0] in TITLE_CONNECTORS
        and is_capital(after[1])
    )


def gum_example(document, words, peoples):
    forms = [w[0] for w in words]
    example = NameExample(forms, [{OUTSIDE} for _ in forms], "gum", document, WEIGHTS["gum"])
    for i, (form, xpos, _, _, _) in enumerate(words):
        if xpos in ("NNP", "NNPS") and not is_date(form) and not is_title(form):
            example.allowed[i] = None
        elif xpos == "JJ" and form in peoples:
            example.name(i, i + 1, {NATIONALITY})
    mentions = mentions_of(words)
    cores = []
    for mention in mentions:
        inner = [m for m in mentions if m != mention and mention[0] <= m[0] and m[1] <= mention[1]]
        core = name_core(words, mention, inner)
        if core:
            cores.append((core[1] - core[0], *core, mention[2]))
    taken = set()
    for _, begin, end, loose, kind in sorted(cores, key=lambda c: (-c[0], c[1])):
        span = range(begin, end)
        if taken.intersection(span):
            continue
        named = forms[begin:end]
        if kind == "time":
            if not all(is_date(f) or f[0].isdigit() or f in (",", ".") for f in named):
                for i in span:
                    example.allowed[i] = set(NOT_COMMON)
        elif kind == "person" and all(f in peoples for f in named):
            example.forget(begin, end)
            example.name(begin, end, {NATIONALITY})
        elif kind in ("abstract", "object", "animal") and is_fragment(forms, begin, end):
            example.forget(begin, end)
        elif (
            words[begin][1] == "IN" or len(named[0]) == end - begin == 1
            or " ".join(named).islower() or NO_NAME.search(named[0])
        ):  # fmt: skip
            example.forget(begin, end)
        elif kind == "person" and (words[end - 1][1] == "NNPS" or is_title(named[-1])):
            example.allowed[begin:end] = [None] * (end - begin)
        elif kind in GUM_TYPES:
            types = refined(GUM_TYPES[kind], named, peoples)
            if kind == "organization" and named[-1].lower() in ("treaty", "act"):
                types = {LAW}
            example.forget(begin, end)
            example.name(begin, end, types, loose)
            if loose and begin - 1 not in taken and example.allowed[begin - 1] is not None:
                example.forget(begin - 1, begin)
        taken.update(span)
    return example


RE3D_TYPES = {
    "Person": {PERSON}, "Organisation": {ORGANIZATION}, "Location": {PLACE},
    "Nationality": {NATIONALITY}, "DocumentReference": {LAW, WORK}, "MilitaryPlatform": {PRODUCT, OTHER},
    "Weapon": {PRODUCT, OTHER},
}  # fmt: skip
ABBREVIATIONS = "Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|Inc|Corp|Co|vs|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec"
TOKEN = re.compile(
    rf"(?:(?:[A-Z]\.){{2,}}|(?:{ABBREVIATIONS}|[A-Z])\.)(?!\w)|https?://\S+|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:['’](?!(?:s|re|ve|ll|d|m)\b)\w+)*|\.\.\.|\S"
)


SENTENCE_END = re.compile(r"[.!?][”\"]?(\[\d+\])*$")


def re3d_sentences(text):
    """Yield lists of (begin, end) of tokens; sentences end at line breaks and stops before capitals."""
    tokens = []
    for match in TOKEN.finditer(text):
        between = text[tokens[-1][1] : match.start()] if tokens else ""
        before = text[slice(*tokens[-1])] if tokens else ""
        stop = before in (".", "!", "?", "”", '"', "]") and SENTENCE_END.search(text[: tokens[-1][1]])
        if tokens and (
            "\n" in between or stop and between and re.match(r"[\W\d]*[A-Z“\"]|[A-Z]", match.group())
        ):
            yield tokens
            tokens = []
        tokens.append((match.start(), match.end()))
    if tokens:
        yield tokens


def re3d_core(forms, begin, end, kind, peoples):
    """A mention without determiners and titles; None if what is left is no name."""
    while (
        begin < end
        and not is_capital(forms[begin])
        or begin < end
        and forms[begin] in ("The", "A", "An", "Our")
    ):
        if forms[begin].lower() not in ("the", "a", "an", "our", "former", "“", '"', "al", "new"):
            return None
        begin += 1
    if kind == "Person":
        title = max((i for i in range(begin, end) if is_title(forms[i])), default=begin - 1)
        if title + 1 < end and all(is_capital(f) or f in CONNECTORS for f in forms[begin:title]):
            begin = title + 1
    while end > begin and forms[end - 1] in ("'s", "’s", "’", "'", ",", ".", "”", '"'):
        end -= 1
    words = forms[begin:end]
    if not words or not is_capital(words[0]) or not is_capital(words[-1]) or is_date(words[0]):
        return None
    if len(words[0]) == len(words) == 1 or not all(
        is_capital(w) or w.isdigit() or w in CONNECTORS for w in words
    ):
        return None
    if kind == "Person" and (is_title(words[-1]) or set(words) & {"of", "for", "the", "The", "and"}):
        return None
    if kind == "Organisation" and words[0] != "Special" and (is_title(words[0]) or words[0] == "Members"):
        return None
    if kind in ("Organisation", "Location") and ("and" in words or len(words) > 1 and words[-1] in peoples):
        return None
    if words[-1].lower() in (
        "we",
        "i",
        "our",
        "they",
        "he",
        "it",
        "you",
        "us",
        "my",
        "this",
        "her",
        "his",
        "she",
    ):
        return words[-1] == "US" and (begin, end) or None
    return begin, end


def re3d_examples(folder, peoples, places):
    """Mentions of re3d that are names. Those with little confidence (a tagger's) only fill gaps."""
    for source in sorted(folder.iterdir()):
        entities = defaultdict(list)
        for line in (source / "entities.json").read_text("utf-8").splitlines():
            if len(line) > 2:
                entity = json.loads(line)
                entities[entity["documentId"]].append(entity)
        for line in (source / "documents.json").read_text("utf-8").splitlines():
            if len(line) < 3:
                continue
            document = json.loads(line)
            for tokens in re3d_sentences(document["text"]):
                name = f"{source.name}/{document['_id']}"
                yield re3d_example(document["text"], tokens, entities[document["_id"]], name, peoples, places)


def re3d_example(text, tokens, entities, document, peoples, places):
    forms = [text[begin:end] for begin, end in tokens]
    example = NameExample(forms, [{OUTSIDE} for _ in forms], "re3d", document, WEIGHTS["re3d"])
    for i, form in enumerate(forms):
        following = forms[i + 1] if i + 1 < len(forms) else ""
        if form in peoples and (not is_capital(following) or following in peoples):
            example.name(i, i + 1, {NATIONALITY})
        elif is_capital(form) and not is_date(form) and (i or form.isupper()) and form != "I":
            example.allowed[i] = None
    begins = {begin: i for i, (begin, _) in enumerate(tokens)}
    ends = {end: i + 1 for i, (_, end) in enumerate(tokens)}
    cores = {}
    for entity in sorted(entities, key=lambda e: -e["confidence"]):
        begin, end = begins.get(entity["begin"]), ends.get(entity["end"])
        if begin is None or end is None or begin >= end or entity["type"] not in RE3D_TYPES:
            continue
        sure = entity["confidence"] >= 0.5
        core = re3d_core(forms, begin, end, entity["type"], peoples)
        if core is None or not sure and entity["type"] == "Person" and core[1] - core[0] == 1:
            continue
        if sure or core not in cores or not cores[core][0] and entity["type"] != "Person":
            cores[core] = (sure or cores.get(core, (False,))[0], RE3D_TYPES[entity["type"]])
    taken = set()
    for (begin, end), (_, types) in sorted(cores.items(), key=lambda c: (not c[1][0], c[0][0] - c[0][1])):
        if taken.intersection(range(begin, end)):
            continue
        taken.update(range(begin, end))
        words = forms[begin:end]
        if (
            any(is_capital(f) for f in forms[max(0, begin - 1) : begin])
            and begin > 1
            and types != {NATIONALITY}
        ):
            loose = not is_title(forms[begin - 1]) and forms[begin - 1] not in ("The", "A")
        else:
            loose = False
        if all(w in peoples for w in words):
            types = {NATIONALITY}
        elif types & {ORGANIZATION, PLACE} and " ".join(words) in places:
            types = {PLACE}
        elif words[-1].lower() in LAW_WORDS:
            types = {LAW}
        elif words[0] == "Operation":
            types = {EVENT}
        example.forget(begin, end)
        example.name(begin, end, types, loose)
    return example


def text_of(example, begin, end):
    return " ".join(example.forms[begin:end])


def label_of(types):
    return "/".join(TYPES[t][:4] for t in sorted(types)) if len(types) < 4 else "misc"


def group_of(source):
    return source.partition("-")[0]


def occurrences(examples):
    """Yield (example, begin, end, label) for each name and for each known name left outside."""
    known = {text_of(e, b, n) for e in examples for b, n, _ in e.mentions if is_capital(e.forms[b])}
    for example in examples:
        taken = set()
        for begin, end, types in example.mentions:
            taken.update(range(begin, end))
            if is_capital(example.forms[begin]):
                yield example, begin, end, label_of(types)
        i = 1
        while i < len(example.forms):
            for end in range(min(len(example.forms), i + 5), i, -1):
                outside = all(example.allowed[k] and OUTSIDE in example.allowed[k] for k in range(i, end))
                if outside and is_capital(example.forms[i]) and text_of(example, i, end) in known:
                    clear = all(example.allowed[k] == {OUTSIDE} for k in range(i, end))
                    yield example, i, end, "O" if clear else "open"
                    i = end - 1
                    break
            i += 1


def label_counts(examples):
    """counts[string][group]: how often the corpora give the string which label."""
    counts = defaultdict(lambda: defaultdict(Counter))
    for example, begin, end, label in occurrences(examples):
        counts[text_of(example, begin, end)][group_of(example.source)][label] += 1
    return counts


def top(counter):
    label, number = counter.most_common(1)[0]
    return label, number, sum(counter.values())


def forget_conflicts(examples, figures=None):
    """Teach nothing where a corpus says against UNER and WikiGold as a rule, or missed a name."""
    counts = label_counts(examples)
    common = {"pers", "orga", "plac"}
    chosen = []
    for example, begin, end, label in occurrences(examples):
        string, group = text_of(example, begin, end), group_of(example.source)
        own = counts[string][group]
        reference = counts[string]["uner"] + counts[string]["wikigold"]
        others = sum((c for g, c in counts[string].items() if g != group), Counter())
        why = None
        if group not in ("uner", "wikigold") and label in ("orga", "plac", "O") and reference:
            best, number, total = top(reference)
            mine, times, all_times = top(own)
            against = best != mine == label and best in common | {"O", "open"}
            steady = total >= 3 and number >= 0.8 * total and times >= 2 and times >= 0.8 * all_times
            if against and steady:
                why = "rule"
        if label in ("O", "open") and others and not why:
            best, number, total = top(others)
            outside = own["O"] + own["open"]
            seldom = outside < 3 or 2 * outside <= own.total()
            if best in common and total >= 5 and number >= 0.9 * total and seldom:
                why = "missed"
        if label == "misc" and group not in ("uner", "wikigold") and others:
            best, number, total = top(others)
            if best in common and total >= 5 and number >= 0.9 * total:
                why = "misc"
        if why:
            chosen.append((example, begin, end))
            if figures is not None:
                figures[group, why][string, label, best] += 1
    for example, begin, end in chosen:
        example.forget(begin, end)


def name_examples(data, part, figures=None):
    """The sentences of a part (see PARTS); training never holds a sentence of another part."""
    data = pathlib.Path(data)
    ner, bank = data / "ner", data / "treebank"
    peoples = Peoples(ner)
    if part == "uner-dev":
        return [
            iob2_example("uner-ewt-dev", d, rows, peoples)
            for _, d, rows in read_iob2(ner / "uner-ewt-dev.iob2")
        ]
    if part == "gum-check":
        return [gum_example(d, words, peoples) for d, words in read_trees(bank / "gum-dev.conllu")]
    if part in ("wikigold-dev", "redocred-check"):
        source, step = ("wikigold", 5) if part == "wikigold-dev" else ("redocred", 20)
        return [
            iob2_example(source, document, rows, peoples)
            for number, document, rows in read_iob2(ner / f"{source}.iob2")
            if number % step == step - 1
        ]
    if part != "train":
        raise ValueError(f"unknown part: {part}")
    examples = [e for name in UNER for e in uner_examples(data, name, peoples)]
    for source, step in (("wikigold", 5), ("redocred", 20)):
        examples += [
            iob2_example(source, document, rows, peoples)
            for number, document, rows in read_iob2(ner / f"{source}.iob2")
            if number % step != step - 1
        ]
    for field_ in CROSSNER:
        source = f"crossner-{field_}"
        examples += [
            iob2_example(source, d, rows, peoples) for _, d, rows in read_iob2(ner / f"{source}.iob2")
        ]
    places = Counter()
    for e in examples:
        for begin, end, types in e.mentions:
            places[text_of(e, begin, end)] += 1 if types == {PLACE} else -1
    places = {string for string, count in places.items() if count > 0}
    examples += [gum_example(d, words, peoples) for d, words in read_trees(bank / "gum-train.conllu")]
    examples += re3d_examples(data / "relations" / "re3d", peoples, places)
    held = {tuple(e.forms) for p in PARTS[1:] for e in name_examples(data, p) if len(e.forms) > 5}
    kept = [e for e in examples if tuple(e.forms) not in held]
    if figures is not None:
        figures["held out", "same sentence"][len(examples) - len(kept)] += 1
    forget_conflicts(kept, figures)
    return kept


def print_corpora(examples):
    head = " ".join(f"{t[:5]:>6}" for t in TYPES)
    print(f"{'corpus':20} {'sents':>6} {'tokens':>7} {'None%':>6} {'open%':>6} {head}   misc")
    corpora = defaultdict(list)
    for example in examples:
        corpora[example.source].append(example)
    for source, part in corpora.items():
        tokens = [a for e in part for a in e.allowed]
        types = Counter(t for e in part for _, _, ts in e.mentions for t in (ts if len(ts) == 1 else [-1]))
        none = sum(a is None for a in tokens)
        loose = sum(a is not None and len(a) > 1 for a in tokens)
        print(
            f"{source:20} {len(part):6} {len(tokens):7} "
            f"{100 * none / len(tokens):6.2f} {100 * loose / len(tokens):6.2f} "
            + " ".join(f"{types[t]:6}" for t in [*range(9), -1])
        )


def print_disagreement(examples):
    """For each pair of corpora: strings that both know, and the share with different main labels."""
    counts = label_counts(examples)
    pairs, cases = Counter(), defaultdict(Counter)
    for string, groups in counts.items():
        names = sorted(groups)
        for i, a in enumerate(names):
            for b in names[i + 1 :]:
                x, y = top(groups[a])[0], top(groups[b])[0]
                pairs[a, b] += 1
                vague = {"misc", "open", "nati", "even", "work", "prod", "law", "othe", "plac/nati"}
                if x != y and not {x, y} <= vague and not {x, y} == {"misc", "O"}:
                    weight = min(groups[a].total(), groups[b].total())
                    cases[a, b][f"{string}: {x} | {y}"] = weight
    for pair, number in pairs.most_common():
        wrong = cases[pair]
        print(
            f"{pair[0]:9} {pair[1]:9} {number:5} strings, {100 * len(wrong) / number:5.1f} % differ:", end=" "
        )
        print("; ".join(f"{case} ({n})" for case, n in wrong.most_common(8)))


def main():
    figures = defaultdict(Counter)
    train = name_examples(pathlib.Path(sys.argv[1]), "train", figures)
    print_corpora(train)
    for part in PARTS[1:]:
        print(part)
        print_corpora(name_examples(pathlib.Path(sys.argv[1]), part))
    for key, cases in figures.items():
        print(*key, sum(cases.values()), cases.most_common(14))
    print_disagreement(train)


if __name__ == "__main__":
    main()
