-- Times are Unix seconds, stored as "down": minus the time, so that the newest come first; an item without a
-- time has the greatest integer there, and comes last. Each index ends with the id that breaks ties, so that a
-- list reads it in its order.
--
-- Foreign keys stand where their child column has an index; the others would cost a scan for each
-- row that is deleted.

-- A name key. "entity" is the least key of its group: an entity has the n of that key. "sample" are the articles of its sightings, by id, see
-- packSample.
CREATE TABLE keys (
  n      INTEGER PRIMARY KEY,
  key    TEXT    NOT NULL UNIQUE,
  id     TEXT    NOT NULL UNIQUE,
  entity INTEGER NOT NULL REFERENCES keys (n),
  sample TEXT    NOT NULL
) STRICT;
CREATE INDEX keys_entity ON keys (entity);

-- A folded name, '' for that of an event that no text calls by a name; name_words has its words under the same number, name_vocabulary lists them.
CREATE TABLE names (
  n    INTEGER PRIMARY KEY,
  fold TEXT    NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE name_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
INSERT INTO name_words (name_words, rank) VALUES ('automerge', 8);
CREATE VIRTUAL TABLE name_vocabulary USING fts5vocab (name_words, row);

-- What a key is called: mentions of form NAME that are exactly this, articles that have it as the full name, persons' judgements that chose it.
CREATE TABLE key_names (
  key      INTEGER NOT NULL REFERENCES keys (n),
  name     TEXT    NOT NULL,
  words    INTEGER NOT NULL REFERENCES names (n),
  mentions INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  chosen   INTEGER NOT NULL,
  PRIMARY KEY (key, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX key_names_words ON key_names (words, key);

-- An entity with mentions, or an event with reports, whose rank may be 0. "rank" is minus the number of mentions, "fold" the folded name, "place" is
-- JSON: where a place is.
CREATE TABLE entities (
  n        INTEGER PRIMARY KEY REFERENCES keys (n),
  id       TEXT    NOT NULL,
  kind     TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  fold     TEXT    NOT NULL,
  rank     INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  place    TEXT
) STRICT;
CREATE INDEX entities_rank ON entities (kind, rank, id) WHERE rank < 0;
CREATE INDEX entities_fold ON entities (kind, fold, id) WHERE rank < 0;

-- "seen" is what rules want to know of it, see graph.PackSeen; "body" is the article as JSON.
CREATE TABLE articles (
  n        INTEGER PRIMARY KEY,
  id       TEXT    NOT NULL UNIQUE,
  source   TEXT    NOT NULL,
  down     INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  digest   TEXT    NOT NULL,
  seen     TEXT    NOT NULL,
  body     TEXT    NOT NULL
) STRICT;
CREATE INDEX articles_down ON articles (down, id);
CREATE INDEX articles_source ON articles (source, down, id);
CREATE TABLE texts (
  article INTEGER PRIMARY KEY REFERENCES articles (n) ON DELETE CASCADE,
  text    TEXT    NOT NULL
) STRICT;
-- The words of title and text.
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
INSERT INTO article_words (article_words, rank) VALUES ('automerge', 8);

-- All mentions of one key in one article. "id" and "down" are the article's, "name" is the full name,
-- "spans" is JSON, see packedMentions.
CREATE TABLE mentions (
  article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
  key     INTEGER NOT NULL,
  entity  INTEGER NOT NULL REFERENCES keys (n),
  id      TEXT    NOT NULL,
  down    INTEGER NOT NULL,
  name    TEXT    NOT NULL,
  count   INTEGER NOT NULL,
  spans   TEXT    NOT NULL,
  PRIMARY KEY (article, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_down ON mentions (entity, down, id);

-- "published" is the article's "down", "within" the n of the statement around it, "cue_words" and "speaker_words" the folded
-- words of cue and speaker text with a blank around each, "body" the rest as JSON, see
-- packedStatement.
CREATE TABLE statements (
  n           INTEGER PRIMARY KEY,
  id          TEXT    NOT NULL,
  article     INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
  ord         INTEGER NOT NULL,
  within      INTEGER,
  kind        TEXT    NOT NULL,
  mode        TEXT    NOT NULL,
  speaker     INTEGER,
  speaker_key INTEGER,
  cue_words   TEXT    NOT NULL,
  speaker_words TEXT  NOT NULL,
  confidence  REAL    NOT NULL,
  reason      TEXT    NOT NULL,
  published   INTEGER NOT NULL,
  down        INTEGER NOT NULL,
  body        TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX statements_article ON statements (article, ord);
CREATE INDEX statements_within ON statements (within) WHERE within IS NOT NULL;
CREATE INDEX statements_down ON statements (down, id);
CREATE INDEX statements_speaker ON statements (speaker, down, id) WHERE speaker IS NOT NULL;
CREATE VIRTUAL TABLE statement_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
INSERT INTO statement_words (statement_words, rank) VALUES ('automerge', 8);
INSERT INTO statement_words (statement_words, rank) VALUES ('hashsize', 4194304); -- bytes; so that the words of a batch are written at once
CREATE VIRTUAL TABLE context_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
INSERT INTO context_words (context_words, rank) VALUES ('automerge', 8);
INSERT INTO context_words (context_words, rank) VALUES ('hashsize', 4194304); -- bytes; so that the words of a batch are written at once

-- Whom a statement is about (role 0) and to whom it was made (role 1). "tone" is that toward the former, and empty for the
-- latter; "id" and "down" are the statement's.
CREATE TABLE links (
  statement INTEGER NOT NULL REFERENCES statements (n) ON DELETE CASCADE,
  role      INTEGER NOT NULL,
  key       INTEGER NOT NULL,
  entity    INTEGER NOT NULL,
  tone      TEXT    NOT NULL,
  id        TEXT    NOT NULL,
  down      INTEGER NOT NULL,
  PRIMARY KEY (statement, role, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_down ON links (role, entity, down, id);

-- A passage that gives a person a title. "id" and "down" are the article's.
CREATE TABLE roles (
  article    INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  person     INTEGER NOT NULL,
  person_key INTEGER NOT NULL,
  of         INTEGER,
  of_key     INTEGER,
  title      TEXT    NOT NULL,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  id         TEXT    NOT NULL,
  down       INTEGER NOT NULL,
  PRIMARY KEY (article, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_person ON roles (person, id, start);
CREATE INDEX roles_of ON roles (of) WHERE of IS NOT NULL;

-- What an article tells of an event. "id" is the report's, "down" the article's, "statement" the n of that inside which it is told; "name" is that
-- of an event without a mention, and else empty. "body" is the rest as JSON, see packedReport.
CREATE TABLE reports (
  n         INTEGER PRIMARY KEY,
  id        TEXT    NOT NULL,
  article   INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
  ord       INTEGER NOT NULL,
  statement INTEGER,
  key       INTEGER NOT NULL,
  entity    INTEGER NOT NULL,
  name      TEXT    NOT NULL,
  down      INTEGER NOT NULL,
  body      TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX reports_article ON reports (article, ord);
CREATE INDEX reports_down ON reports (entity, down, id);
CREATE INDEX reports_statement ON reports (statement) WHERE statement IS NOT NULL;

-- What the reports of an event come to. It happened in the seconds from "start" to "last", or else was reported then; "down" is
-- that of its time. "body" is the rest as JSON, see packedCore.
CREATE TABLE events (
  n          INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL,
  type       TEXT    NOT NULL,
  mode       TEXT    NOT NULL,
  status     TEXT    NOT NULL,
  asserted   INTEGER NOT NULL,
  confidence REAL    NOT NULL,
  reports    INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  last       INTEGER NOT NULL,
  down       INTEGER NOT NULL,
  body       TEXT    NOT NULL
) STRICT;
CREATE INDEX events_down ON events (down, id);
CREATE INDEX events_type ON events (type, down, id);

-- Who takes part in an event as its actor (role 0) or recipient (role 1), and where it happened (role 2, and place 1). "id" and "down" are the event's.
CREATE TABLE event_links (
  event  INTEGER NOT NULL REFERENCES events (n) ON DELETE CASCADE,
  role   INTEGER NOT NULL,
  key    INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  place  INTEGER NOT NULL,
  id     TEXT    NOT NULL,
  down   INTEGER NOT NULL,
  PRIMARY KEY (event, role, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_links_down ON event_links (place, entity, down, id);

-- The blocks in which rules compare keys with mentions. "n" is the key's, "known" as in graph.StoredKey.
CREATE TABLE blocks (
  block    TEXT    NOT NULL,
  key      TEXT    NOT NULL,
  n        INTEGER NOT NULL REFERENCES keys (n) ON DELETE CASCADE,
  known    INTEGER NOT NULL,
  PRIMARY KEY (block, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_n ON blocks (n);
CREATE INDEX blocks_known ON blocks (n, known) WHERE known > 0;

-- "at" is in Unix microseconds, "block" is '' for judgements that are not those of rules, "act" for those that were made alone. With the
-- verdict NAMED "b" is "a". "kind" is that of the keys; "down" is minus the rank of the score where a rule is unsure, else NULL.
CREATE TABLE judgements (
  n       INTEGER PRIMARY KEY,
  id      TEXT    NOT NULL UNIQUE,
  a       INTEGER NOT NULL REFERENCES keys (n),
  b       INTEGER NOT NULL REFERENCES keys (n),
  kind    TEXT    NOT NULL,
  verdict TEXT    NOT NULL,
  by      TEXT    NOT NULL,
  score   REAL    NOT NULL,
  author  TEXT    NOT NULL,
  reason  TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  block   TEXT    NOT NULL,
  act     TEXT    NOT NULL,
  name    TEXT    NOT NULL,
  down    INTEGER
) STRICT;
CREATE INDEX judgements_block ON judgements (block) WHERE block <> '';
CREATE INDEX judgements_act ON judgements (act) WHERE act <> '';
CREATE INDEX judgements_a ON judgements (a, b);
CREATE INDEX judgements_b ON judgements (b);
CREATE INDEX judgements_named ON judgements (a) WHERE verdict = 'NAMED';
CREATE INDEX judgements_down ON judgements (kind, down, id) WHERE down IS NOT NULL;

-- How many there are of what: articles, mentions, judgements, the kinds of entities and of statements.
CREATE TABLE counts (
  what TEXT    PRIMARY KEY,
  n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who did what. "down" is minus the Unix microseconds, "body" the entry as JSON.
CREATE TABLE audit (
  n       INTEGER PRIMARY KEY,
  id      TEXT    NOT NULL UNIQUE,
  down    INTEGER NOT NULL,
  by      TEXT    NOT NULL,
  action  TEXT    NOT NULL,
  outcome TEXT    NOT NULL,
  body    TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_down ON audit (down, id);
-- What an entry is about. "id" and "down" are the entry's.
CREATE TABLE audit_nodes (
  audit INTEGER NOT NULL REFERENCES audit (n) ON DELETE CASCADE,
  node  TEXT    NOT NULL,
  id    TEXT    NOT NULL,
  down  INTEGER NOT NULL,
  PRIMARY KEY (audit, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_nodes_down ON audit_nodes (node, down, id);

-- Requests that were carried out. "until" is in Unix seconds, "body" the receipt as JSON.
CREATE TABLE receipts (
  key   TEXT    PRIMARY KEY,
  until INTEGER NOT NULL,
  body  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX receipts_until ON receipts (until);
