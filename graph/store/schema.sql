-- The graph file, version 1 (PRAGMA user_version). PRAGMA application_id is 0x6e677266, "ngrf".
--
-- Two halves. What was extracted from each article (article, version, sentence, mention, proposition,
-- attribution, qualifier) is written article by article and is the truth. The merged graph (entity, alias,
-- title, relation, evidence_sentence, claim, claim_source, claim_qualifier, resolution) is a function of it,
-- written anew as a whole; it is up to date where the state rows "changes" and "merged" are equal and "merge
-- version" is that of the program. A row "least confidence", in ten-thousandths, tells how sure a proposition
-- must be to enter it where that is not the program's default.
--
-- Ids are 64-bit numbers, signed as SQLite has them; as printed: printf('e_%016x', id), 'r_' for relations,
-- 'c_' for claims. Spans [begin, end) are bytes of the article's text in UTF-8. Dates are EDTF, '' if unknown.
-- Enumerations are numbers in the order of these lists:
--   kind      entity, event, concept, value
--   type      person, organization, place, event, work, product, law, nationality, date, number, money,
--             quantity, other
--   form      name, nominal, pronoun
--   polarity  affirmed, negated
--   modality  actual, planned, possible, conditional
--   argument  none, mention, proposition

CREATE TABLE state (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO state VALUES ('changes', 0), ('merged', -1), ('merge version', 0);

-- An article in the version that counts.
CREATE TABLE article (
  row          INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE,
  document     TEXT NOT NULL,            -- 'd_...'
  id           TEXT NOT NULL,
  url          TEXT NOT NULL,
  title        TEXT NOT NULL,
  outlet       TEXT NOT NULL,
  author       TEXT NOT NULL,
  published    TEXT NOT NULL,
  modified     TEXT NOT NULL,
  language     TEXT NOT NULL,
  source       TEXT NOT NULL,            -- where it was read
  content_hash TEXT NOT NULL,            -- of this version
  text_hash    TEXT NOT NULL,            -- equal for copies under other keys
  fingerprint  TEXT NOT NULL,            -- of the extractor it was read with
  tokens       INTEGER NOT NULL,
  unresolved   INTEGER NOT NULL          -- propositions left out for an unresolved pronoun
);
CREATE INDEX article_document ON article (document);

-- Versions that do not count any more, or never did.
CREATE TABLE version (
  key          TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  published    TEXT NOT NULL,
  modified     TEXT NOT NULL,
  title        TEXT NOT NULL,
  PRIMARY KEY (key, content_hash)
) WITHOUT ROWID;

CREATE TABLE sentence (
  article  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "begin"  INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE mention (
  article      INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  id           INTEGER NOT NULL,
  sentence     INTEGER NOT NULL,         -- position
  "begin"      INTEGER NOT NULL,
  "end"        INTEGER NOT NULL,
  text         TEXT NOT NULL,
  head         TEXT NOT NULL,            -- lemma
  form         INTEGER NOT NULL,
  kind         INTEGER NOT NULL,
  type         INTEGER NOT NULL,
  chain        INTEGER NOT NULL,         -- position of the first mention of its chain that is no pronoun
  title        TEXT NOT NULL,
  value        TEXT NOT NULL,
  participants TEXT NOT NULL,            -- positions of mentions, blanks between
  local        INTEGER NOT NULL,         -- 1: equal words in another article mean another
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE proposition (
  article         INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  position        INTEGER NOT NULL,
  id              INTEGER NOT NULL,
  sentence        INTEGER NOT NULL,      -- position
  subject_kind    INTEGER NOT NULL,      -- argument
  subject         INTEGER NOT NULL,      -- position of the mention or proposition
  subject_begin   INTEGER NOT NULL,
  subject_end     INTEGER NOT NULL,
  subject_text    TEXT NOT NULL,
  predicate_begin INTEGER NOT NULL,
  predicate_end   INTEGER NOT NULL,
  predicate       TEXT NOT NULL,
  canonical       TEXT NOT NULL,
  readable        TEXT NOT NULL,
  object_kind     INTEGER NOT NULL,
  object          INTEGER NOT NULL,
  object_begin    INTEGER NOT NULL,
  object_end      INTEGER NOT NULL,
  object_text     TEXT NOT NULL,
  polarity        INTEGER NOT NULL,
  modality        INTEGER NOT NULL,
  event_date      TEXT NOT NULL,
  statement_date  TEXT NOT NULL,
  confidence      REAL NOT NULL,
  rule            TEXT NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE attribution (
  article     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  proposition INTEGER NOT NULL,          -- position
  position    INTEGER NOT NULL,          -- outermost first
  mention     INTEGER,                   -- position; NULL where the source is only text
  text        TEXT NOT NULL,
  cue         TEXT NOT NULL,
  "begin"     INTEGER NOT NULL,
  "end"       INTEGER NOT NULL,
  PRIMARY KEY (article, proposition, position)
) WITHOUT ROWID;

CREATE TABLE qualifier (
  article     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  proposition INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  role        TEXT NOT NULL,
  kind        INTEGER NOT NULL,          -- argument
  value       INTEGER NOT NULL,
  "begin"     INTEGER NOT NULL,
  "end"       INTEGER NOT NULL,
  text        TEXT NOT NULL,
  PRIMARY KEY (article, proposition, position)
) WITHOUT ROWID;

-- The merged graph. Rows of entity count from 0 in order of ids.
CREATE TABLE entity (
  row        INTEGER PRIMARY KEY,
  id         INTEGER NOT NULL UNIQUE,
  label      TEXT NOT NULL,
  kind       INTEGER NOT NULL,
  type       INTEGER NOT NULL,
  value      TEXT NOT NULL,
  mentions   INTEGER NOT NULL,
  articles   INTEGER NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen  TEXT NOT NULL
);

CREATE TABLE alias (
  entity   INTEGER NOT NULL,
  position INTEGER NOT NULL,             -- by count
  text     TEXT NOT NULL,
  count    INTEGER NOT NULL,
  rule     TEXT NOT NULL,                -- why it is this entity
  PRIMARY KEY (entity, position)
) WITHOUT ROWID;
CREATE INDEX alias_text ON alias (text);

CREATE TABLE title (
  entity INTEGER NOT NULL,
  text   TEXT NOT NULL,
  PRIMARY KEY (entity, text)
) WITHOUT ROWID;

-- Relations, rows counting from 0 in order of ids; then statements (object IS NULL), likewise.
CREATE TABLE relation (
  row             INTEGER PRIMARY KEY,
  id              INTEGER NOT NULL UNIQUE,
  subject         INTEGER NOT NULL,      -- entity
  object          INTEGER,               -- entity
  object_relation INTEGER,               -- id of the relation or statement that a statement is about
  predicate       TEXT NOT NULL,
  canonical       TEXT NOT NULL,
  readable        TEXT NOT NULL,
  class           TEXT NOT NULL,
  polarity        INTEGER NOT NULL,
  modality        INTEGER NOT NULL,
  confidence      REAL NOT NULL,
  evidence_count  INTEGER NOT NULL,
  support         INTEGER NOT NULL,
  first_date      TEXT NOT NULL,
  last_date       TEXT NOT NULL,
  asserted        INTEGER NOT NULL,
  contested       INTEGER NOT NULL
);
CREATE INDEX relation_subject ON relation (subject);
CREATE INDEX relation_object ON relation (object);

-- The sentences that are evidence, rows counting from 0 by article key and position.
CREATE TABLE evidence_sentence (
  row      INTEGER PRIMARY KEY,
  article  INTEGER NOT NULL,
  position INTEGER NOT NULL
);

CREATE TABLE claim (
  relation        INTEGER NOT NULL,      -- row
  position        INTEGER NOT NULL,
  id              INTEGER NOT NULL,
  sentence        INTEGER NOT NULL,      -- row of evidence_sentence
  subject_begin   INTEGER NOT NULL,
  subject_end     INTEGER NOT NULL,
  predicate_begin INTEGER NOT NULL,
  predicate_end   INTEGER NOT NULL,
  object_begin    INTEGER NOT NULL,
  object_end      INTEGER NOT NULL,
  predicate       TEXT NOT NULL,
  event_date      TEXT NOT NULL,
  statement_date  TEXT NOT NULL,
  confidence      REAL NOT NULL,
  rule            TEXT NOT NULL,
  PRIMARY KEY (relation, position)
) WITHOUT ROWID;

CREATE TABLE claim_source (
  relation INTEGER NOT NULL,
  claim    INTEGER NOT NULL,             -- position
  position INTEGER NOT NULL,             -- outermost first
  entity   INTEGER,
  text     TEXT NOT NULL,
  cue      TEXT NOT NULL,
  PRIMARY KEY (relation, claim, position)
) WITHOUT ROWID;

CREATE TABLE claim_qualifier (
  relation INTEGER NOT NULL,
  claim    INTEGER NOT NULL,
  position INTEGER NOT NULL,
  role     TEXT NOT NULL,
  entity   INTEGER,
  text     TEXT NOT NULL,
  PRIMARY KEY (relation, claim, position)
) WITHOUT ROWID;

-- Which entity each mention is of.
CREATE TABLE resolution (
  article INTEGER NOT NULL,
  mention INTEGER NOT NULL,              -- position
  entity  INTEGER NOT NULL,
  PRIMARY KEY (article, mention)
) WITHOUT ROWID;
