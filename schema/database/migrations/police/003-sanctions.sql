-- Person tables: the subject's token first, so that all of a person lies in one shard.
create table police.sanction (
  subject_id text not null,
  id uuid not null,
  role text not null,
  conduct text not null,
  instruments text[] not null,
  rule_version text not null,
  recognised_by text not null,
  recognised_on date not null,
  served_on date,
  service_method text,
  -- OBJECTED and EXPIRED are derived on reading: from the objections and from the day.
  state text not null check (state in ('RECOGNISED', 'SERVED', 'ACTIVE', 'LIFTED')),
  lifted_at timestamptz,
  lifting_reason text,
  case_number text,
  reason text not null,
  remedy text not null,
  papers text[] not null,
  primary key (subject_id, id)
);
create index sanction_recognised on police.sanction (recognised_on);

create table police.measure (
  subject_id text not null,
  sanction_id uuid not null,
  kind text not null,
  sector text not null,
  starts_on date not null,
  ends_on date not null,
  recorded_at timestamptz not null,
  lifted_at timestamptz,
  primary key (subject_id, sanction_id, kind, sector, starts_on),
  check (ends_on >= starts_on)
);

-- Directory: from a sanction's own id to the person it lies with.
create table police.sanction_directory (
  id uuid primary key,
  subject_id text not null
);

create table police.objection (
  id uuid primary key,
  target text not null,
  target_id text not null,
  -- Whom the thing objected to concerns; null where it concerns no person that the police know.
  subject_id text,
  -- The organ that recognised, and so decides.
  authority text not null,
  status text not null check (status in ('FILED', 'CONFIRMED', 'REJECTED')),
  grounds text not null,
  documents text[] not null,
  -- Null where the paper file names nobody known to the hub.
  filed_by text,
  filed_at timestamptz not null,
  due_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision text,
  restored_at timestamptz
);
create index objection_authority on police.objection (authority, due_at, id);
create index objection_target on police.objection (target_id);
