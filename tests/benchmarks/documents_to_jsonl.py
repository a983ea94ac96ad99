#!/usr/bin/env python3
"""Turn a text file of documents, a blank line between them, into JSON Lines articles.

    documents_to_jsonl.py news.txt.xz > articles.jsonl
    documents_to_jsonl.py --repeat 10 news.txt > ten_times_the_articles.jsonl

Each document becomes one article (schemas/article.schema.json) whose id is its number in the file.
A document that starts with a date (2024-03-05, 5 March 2024, March 5, 2024) is published then.
"""

import argparse
import datetime
import json
import lzma
import re
import sys

MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december"]
MONTH = "(" + "|".join(MONTHS) + ")"
DATES = [
    re.compile(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{MONTH}),? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})\b", re.IGNORECASE),
]


def leading_date(text):
    """The date that `text` starts with as YYYY-MM-DD, or None."""
    for pattern in DATES:
        match = pattern.match(text)
        if not match:
            continue
        parts = match.groupdict()
        month = int(parts["number"]) if "number" in parts else MONTHS.index(parts["month"].lower()) + 1
        try:
            return datetime.date(int(parts["year"]), month, int(parts["day"])).isoformat()
        except ValueError:
            return None
    return None


def documents(lines):
    """The documents in `lines`, each with a line per paragraph."""
    paragraphs = []
    for line in lines:
        line = line.strip()
        if line:
            paragraphs.append(line)
        elif paragraphs:
            yield "\n".join(paragraphs)
            paragraphs = []
    if paragraphs:
        yield "\n".join(paragraphs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", help="text, or xz-compressed text")
    parser.add_argument("--limit", type=int, help="stop after so many documents")
    parser.add_argument("--repeat", type=int, default=1, help="write all documents so many times")
    options = parser.parse_args()

    open_text = lzma.open if options.file.endswith(".xz") else open
    for round_number in range(options.repeat):
        with open_text(options.file, "rt", encoding="utf-8") as lines:
            for number, text in enumerate(documents(lines), 1):
                if options.limit and number > options.limit:
                    break
                article = {"id": f"{round_number}-{number:06}" if round_number else f"{number:06}"}
                date = leading_date(text)
                if date:
                    article["published"] = date
                article["language"] = "en"
                article["text"] = text.replace("\n", "\n\n")
                json.dump(article, sys.stdout, ensure_ascii=False)
                sys.stdout.write("\n")


if __name__ == "__main__":
    main()
