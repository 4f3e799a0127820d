-- What changed, written in the transaction that changed it; numbered for each audience afterwards. A change
-- that no feed tells of (a case's own affairs) has no audience: it only ends what was cached of the entity.
create table police.outbox (
  id text primary key,
  at timestamptz(3) not null,
  kind text not null,
  audiences text[] not null,
  subject_id text,
  sanction_id uuid,
  warning_id uuid,
  case_number text
);

-- The feed: one sequence without gaps for each audience (`police`, `bank:102`, `regulator:telecom`).
create table police.change (
  audience text not null,
  sequence bigint not null,
  at timestamptz(3) not null,
  kind text not null,
  subject_id text,
  sanction_id uuid,
  warning_id uuid,
  primary key (audience, sequence)
);
