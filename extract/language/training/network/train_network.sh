#!/usr/bin/env bash
# Everything from the data to ../../models/network.model: see README.md.
#
#     ./train_network.sh DATA WORK
#
# DATA holds treebank/, ner/, relations/, raw/ and articles/; WORK takes everything that is made on the way. A
# step whose file is there is not repeated, and training goes on from its last checkpoint; to begin
# anew remove the file. Needs Python 3.11, a C and a C++20 compiler, ICU and xz.
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
[ -f all.tok ] || { cat text/* > part && mv part all.tok; }

# 2 and 3. Word vectors, then the first layer and the input tables as a language model in both directions.
[ -x train_vectors ] || g++ -std=c++20 -O3 -march=native -ffast-math "$here/train_vectors.cpp" -o train_vectors
[ -f words.vec ] || { ./train_vectors part 2 all.tok && mv part words.vec; }
[ -f pretrained.done ] || {
  $python "$here/pretrain.py" --text all.tok --vectors words.vec --out pretrained.pt --epochs 0.75
  touch pretrained.done
}

# 4. Two teachers, side by side.
teacher() {
  [ -f "$1.done" ] || { $python "$here/train.py" --data "$data" --pretrained pretrained.pt --out "$@" && touch "$1.done"; }
}
teacher teacher-1.pt --rounds 13 --seed 20160305 &
teacher teacher-2.pt --rounds 11 --seed 7 --hidden 384 400 --quantise-from 2
wait $!

# 5. What they make of raw news.
[ -f taught.pkl ] || $python "$here/annotate.py" --teachers teacher-1.pt teacher-2.pt --out taught.pkl --words 7e6 \
  text/wikipedia-current-events:1 text/wikinews:1 text/us-doj-press-releases:0.13 \
  text/us-congress-press-releases:0.3 text/us-senate-press-releases:0.07 \
  text/us-state-human-rights-reports:0.08 text/un-general-debate:0.04

# 6 and 7. The network that is shipped goes on from the second teacher.
[ -f network.done ] || {
  $python "$here/train.py" --data "$data" --start teacher-2.pt --parsed taught.pkl --parsed-share 0.3 \
    --workers 2 --batch-words 4400 --dropout 0.25 --quantise-from 0.6 --rounds 7 --out network.pt
  touch network.done
}
$python "$here/export_network.py" network.pt "$language/models/network.model"
