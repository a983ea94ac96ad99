#!/usr/bin/env bash
# Everything from the data to ../../models/network.model: see README.md.
#
#     ./train_network.sh DATA WORK
#
# DATA holds treebank/, ner/, relations/, raw/ and articles/; WORK takes everything that is made on the way. A
# step whose file is there is not repeated, and training goes on from its last checkpoint; to begin anew
# remove the file. Needs Python 3.11, a C and a
# C++20 compiler, ICU and xz; a GPU is used where there is one.
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
[ -f text/treebanks ] || {
  grep -h '^# text = ' "$data"/treebank/{ewt,gum,pud}-train.conllu | sed 's/^# text = //' | ./tokenize_raw > text/part
  mv text/part text/treebanks
}

# 2. All text as numbers.
[ -f corpus.npz ] || $python "$here/corpus.py" --data "$data" --out corpus.npz text/*

# 3. The teachers' encoder guesses hidden words.
[ -f encoder.pt ] || $python "$here/pretrain.py" --corpus corpus.npz --out encoder.pt --steps 11300

# 4. Two teachers.
teacher() {
  [ -f "$1" ] || $python "$here/train_teacher.py" --corpus corpus.npz --pretrained encoder.pt --out "$@"
}
teacher teacher-1.pt --steps 2000 --seed 1
teacher teacher-2.pt --steps 2000 --seed 2 --encoder-dropout 0.15 --rate 5e-4

# 5 and 6. What they make of raw text teaches the network that is shipped.
[ -f network.pt ] || $python "$here/distil.py" --corpus corpus.npz --teachers teacher-1.pt teacher-2.pt --out network.pt --steps 8000
$python "$here/export_network.py" network.pt "$language/models/network.model"
