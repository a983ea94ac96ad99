"""The notebook's cells run as written, in order, and say what they promise: notebook_test.py EXAMPLES WORK_FOLDER"""
import contextlib
import io
import json
import os
import shutil
import sys

os.environ["MPLBACKEND"] = "agg"
EXAMPLES, WORK = sys.argv[1:3]


def check(condition, message):
    if not condition:
        sys.exit("FAILED: " + message)


shutil.rmtree(WORK, ignore_errors=True)
os.makedirs(WORK)
shutil.copytree(os.path.join(EXAMPLES, "articles"), os.path.join(WORK, "articles"))
with open(os.path.join(EXAMPLES, "networkx.ipynb"), encoding="utf-8") as file:
    cells = json.load(file)["cells"]
os.chdir(WORK)
printed = io.StringIO()
variables = {}
with contextlib.redirect_stdout(printed):
    for cell in cells:
        if cell["cell_type"] == "code":
            check(not cell["outputs"], "the notebook holds output of a run")
            exec(compile("".join(cell["source"]), cell["id"], "exec"), variables)
text = printed.getvalue()
check("MultiDiGraph" in text, text)
check("of them facts" in text, text)
check(".txt)" in text.split("facts", 1)[1], "nothing denied in an article: " + text)
check("Jan Brozek" in text.split("facts", 1)[1], "no path from Jan Brozek: " + text)
check(os.path.getsize("news.png") > 20_000, "no picture")
