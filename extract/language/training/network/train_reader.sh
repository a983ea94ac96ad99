#!/usr/bin/env bash
# Everything from the data to ../../models/names.model: see README.md.
#
#     ./train_reader.sh DATA WORK TOOLS
#
# DATA holds treebank/, ner/ and relations/; WORK takes what is made on the way; TOOLS is the folder with the
# programs name_lists and name_features (cmake -DNEWSGRAPH_TRAINERS=ON, extract/language/training in the build). Needs Python
# 3.11 and Debian's wordnet-base, and network.model where it is shipped.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
models=$(cd "$here/../../models" && pwd -P)
data=$(cd "$1" && pwd -P)
tools=$(cd "$3" && pwd -P)
mkdir -p "$2"
cd "$2"

python=python/bin/python
[ -x $python ] || { python3 -m venv python && python/bin/pip install -q -r "$here/requirements.txt"; }
$python "$here/name_lists.py" > lists.tsv
"$tools/name_lists" "$models" lists.tsv lists.model
$python "$here/train_reader.py" --data "$data" --tools "$tools" --models "$models" --lists lists.model --work .
