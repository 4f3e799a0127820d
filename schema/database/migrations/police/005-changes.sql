-- Written in the transaction of the change it tells of; the relay numbers what has been committed. The
-- position orders rows and is no sequence to rely on: a rollback leaves a hole, a late commit comes after.
create table police.outbox (
  position bigint generated always as identity primary key,
  kind text not null,
  -- Ids only, never a number or a name.
  payload jsonb not null,
  -- Entities whose cached answers the change ends: [{"type": "Case", "key": {"number": "…"}}].
  touched jsonb not null,
  recorded_at timestamptz not null,
  relayed_at timestamptz
);
create index outbox_waiting on police.outbox (position) where relayed_at is null;

-- One gap-free sequence per audience: a reader that has seen 41 and is shown 43 knows that 42 is missing.
create table police.change (
  audience text not null,
  sequence bigint not null,
  at timestamptz not null,
  kind text not null,
  subject_id text,
  sanction_id uuid,
  warning_id uuid,
  primary key (audience, sequence)
);
