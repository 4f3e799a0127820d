create schema if not exists audit;

-- One row per gateway start. Its records are numbered from 1; number 0 is the opening, kept in the file alone.
create table audit.chain (
  chain text primary key,
  first_seen_at timestamptz(3) not null
);

-- The searchable copy of the chained file; the file is what counts.
create table audit.access_record (
  chain text not null,
  sequence bigint not null check (sequence >= 1),
  -- INTENT stands before a mutation, OPERATION after it or after a query.
  kind text not null check (kind in ('INTENT', 'OPERATION')),
  at timestamptz(3) not null,
  caller text not null,
  institution text not null,
  purpose text not null,
  reference text,
  operation text not null,
  subject_ids text[] not null,
  fields_returned text[] not null,
  fields_denied text[] not null,
  served_from_cache text[] not null,
  outcome text not null,
  rule_versions text[] not null,
  result_digest text not null,
  hash text not null,
  -- May the person concerned be told? Police look-ups: only once the case lead has released them or the
  -- case is closed, so that nobody is tipped off.
  released boolean not null,
  primary key (chain, sequence)
);
create index access_record_at on audit.access_record (at, chain, sequence);
create index access_record_caller on audit.access_record (caller, at);
create index access_record_withheld on audit.access_record (reference) where not released;

-- Who was looked at: the person's token first, so that one shard answers "who saw this person".
create table audit.access_subject (
  subject_id text not null,
  at timestamptz(3) not null,
  chain text not null,
  sequence bigint not null,
  primary key (subject_id, at, chain, sequence)
);

-- Signed heads of the chains, deposited at most a second apart: a cut tail or an older copy shows. Two that
-- contradict each other are both kept: that is the proof.
create table audit.checkpoint (
  chain text not null,
  sequence bigint not null,
  hash text not null,
  at timestamptz(3) not null,
  signature text not null,
  primary key (chain, sequence, hash)
);
