/** office.db, schema 1. Names, not numbers: companies, who holds which key, policy, the office's own log. */
export const OFFICE_SCHEMA_1: readonly string[] = [
  `CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE company (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('corporation', 'sole', 'sole-real-estate')),
  corporate_number TEXT,
  role TEXT NOT NULL CHECK (role IN ('A', 'B', 'C')),
  created_at TEXT NOT NULL,
  closed_at TEXT
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE company_key (
  company BLOB NOT NULL REFERENCES company (id),
  holder BLOB NOT NULL CHECK (length(holder) = 16),
  stage TEXT NOT NULL CHECK (stage IN ('current', 'next')),
  sealed BLOB NOT NULL,
  PRIMARY KEY (company, holder, stage)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE policy (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
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
