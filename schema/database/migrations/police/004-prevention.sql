create table police.visit (
  id uuid primary key,
  subject_id text not null,
  region text not null,
  status text not null check (status in ('PLANNED', 'MET', 'SIGNED', 'REFUSED')),
  planned_on date not null,
  met_on date,
  commitment_reference text
);
create index visit_subject on police.visit (subject_id, planned_on);
create index visit_plan on police.visit (region, planned_on, id) where status in ('PLANNED', 'MET');

create table police.patrol_target (
  outlet_code text primary key,
  institution text not null,
  region text not null,
  involved integer not null,
  last_patrolled_on date
);
create index patrol_target_region on police.patrol_target (region);

create table police.patrol (
  id uuid primary key,
  outlet_code text not null,
  patrolled_on date not null,
  patrolled_by text not null,
  findings text not null
);
create index patrol_outlet on police.patrol (outlet_code, patrolled_on);

-- What a tip says may show who gave it: it is sealed too.
create table police.tip (
  id uuid primary key,
  received_at timestamptz not null,
  sealed_content text not null,
  status text not null check (status in ('RECEIVED', 'LINKED', 'UNFOUNDED', 'REWARDED')),
  subject_id text,
  case_number text,
  reward_due boolean not null
);
create index tip_received on police.tip (received_at, id);

-- N16-9: the informant's data are protected. Sealed to a public key whose other half no process here holds;
-- written once, and no field of the graph leads here.
create table police.informant (
  tip_id uuid primary key,
  sealed_identity text not null
);

create table police.indicator (
  id uuid primary key,
  kind text not null,
  status text not null,
  value text not null,
  case_number text,
  recorded_by text,
  recorded_at timestamptz not null,
  resolved_by text,
  resolved_at timestamptz
);
create index indicator_recorded on police.indicator (recorded_at, id);

create table police.warning (
  id uuid primary key,
  title text not null,
  body text not null,
  -- None: the whole country.
  regions text[] not null,
  published_at timestamptz not null
);
create index warning_published on police.warning (published_at, id);
