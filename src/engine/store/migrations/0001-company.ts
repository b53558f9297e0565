/**
 * companies/<id>.db, schema 1. `sealed` is the only place of numbers; `number` keeps what is known about them and stays
 * after a purge. `parent`, `relation`, `kind`, `second_checker`, `channel` and `undone_at` are reserved for later issues.
 */
export const COMPANY_SCHEMA_1: readonly string[] = [
  `CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE person (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('employee', 'family', 'payee')),
  parent BLOB REFERENCES person (id),
  relation TEXT,
  name TEXT NOT NULL,
  kana TEXT,
  birth TEXT,
  joined TEXT,
  left_on TEXT,
  number_state TEXT NOT NULL CHECK (number_state IN ('none', 'held', 'verified', 'purged')),
  version INTEGER NOT NULL,
  due TEXT,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX person_due ON person (due) WHERE due IS NOT NULL`,
  `CREATE INDEX person_state ON person (number_state, code)`,
  `CREATE TABLE basis (
  id INTEGER PRIMARY KEY,
  person BLOB NOT NULL REFERENCES person (id),
  rule TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('relation', 'form')),
  started_on TEXT,
  ended_on TEXT,
  last_filing_on TEXT,
  deadline TEXT
) STRICT`,
  `CREATE INDEX basis_person ON basis (person)`,
  `CREATE TABLE batch (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  generation INTEGER NOT NULL,
  sealed_key BLOB,
  members BLOB NOT NULL,
  collector BLOB NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE number (
  person BLOB NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'purged', 'replaced')),
  batch BLOB NOT NULL REFERENCES batch (id),
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by BLOB NOT NULL,
  ended_at TEXT,
  PRIMARY KEY (person, version)
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX number_batch ON number (batch, state)`,
  `CREATE TABLE sealed (
  person BLOB NOT NULL,
  version INTEGER NOT NULL,
  box BLOB NOT NULL CHECK (length(box) = 32),
  PRIMARY KEY (person, version)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE number_key (
  generation INTEGER PRIMARY KEY,
  n_pub BLOB NOT NULL CHECK (length(n_pub) = 32),
  issuer BLOB NOT NULL CHECK (length(issuer) = 16),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  created_at TEXT NOT NULL,
  retired_at TEXT
) STRICT`,
  `CREATE TABLE number_wrap (
  generation INTEGER NOT NULL REFERENCES number_key (generation),
  holder BLOB NOT NULL CHECK (length(holder) = 16),
  sealed BLOB NOT NULL,
  PRIMARY KEY (generation, holder)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE verification (
  id INTEGER PRIMARY KEY,
  person BLOB REFERENCES person (id),
  version INTEGER,
  batch BLOB REFERENCES batch (id),
  route TEXT NOT NULL,
  tasks TEXT NOT NULL,
  number_doc TEXT,
  identity_docs TEXT NOT NULL,
  source TEXT,
  channel TEXT,
  checked_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by BLOB NOT NULL,
  second_checker BLOB,
  CHECK ((person IS NULL) <> (batch IS NULL))
) STRICT`,
  `CREATE INDEX verification_person ON verification (person) WHERE person IS NOT NULL`,
  `CREATE INDEX verification_batch ON verification (batch) WHERE batch IS NOT NULL`,
  `CREATE TABLE notice (
  version INTEGER PRIMARY KEY,
  published_on TEXT NOT NULL,
  tasks TEXT NOT NULL,
  published_by BLOB NOT NULL
) STRICT`,
  `CREATE TABLE import (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  batch BLOB REFERENCES batch (id),
  at TEXT NOT NULL,
  by BLOB NOT NULL,
  file_name TEXT NOT NULL,
  counts TEXT NOT NULL,
  undone_at TEXT
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE proposal (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  proposed_at TEXT NOT NULL,
  proposed_by BLOB NOT NULL,
  reason TEXT NOT NULL,
  confirmed_at TEXT,
  confirmed_by BLOB,
  sole_reason TEXT,
  done_at TEXT
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE proposal_item (
  proposal BLOB NOT NULL REFERENCES proposal (id),
  person BLOB NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  due TEXT,
  PRIMARY KEY (proposal, person)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE attempt (
  actor BLOB PRIMARY KEY CHECK (length(actor) = 16),
  failed INTEGER NOT NULL,
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  line TEXT NOT NULL
) STRICT`,
  `CREATE TABLE log_signature (
  seq INTEGER PRIMARY KEY,
  head BLOB NOT NULL CHECK (length(head) = 32),
  actor BLOB NOT NULL CHECK (length(actor) = 16),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT`,
]
