-- How far files have been imported: a row for each batch, written in the transaction that wrote the batch's rows, so
-- that an import that was killed goes on where it stood. `rejected` holds line, code and reason, nothing of the row.
create table banking.import_progress (
  file_digest text not null,
  kind text not null,
  batch integer not null,
  accepted integer not null,
  duplicate integer not null,
  rejected jsonb not null,
  at timestamptz(3) not null,
  primary key (file_digest, kind, batch)
);
