-- Registers: small tables with keys of their own that every shard holds whole.
create schema if not exists telecom;

create table telecom.institution (
  code text primary key,
  name text not null,
  sector text not null,
  region text not null
);

-- What an institution says it has completely reported, and as of when. No row, or no moment: not everything yet.
create table telecom.coverage (
  institution text primary key,
  complete_as_of timestamptz(3),
  records bigint,
  declared_at timestamptz(3) not null
);

create table telecom.outlet (
  institution text not null,
  code text not null,
  name text not null,
  region text not null,
  agent_code text,
  agent_name text,
  observed_at timestamptz(3) not null,
  primary key (institution, code)
);

create table telecom.rectification (
  id text primary key,
  institution text not null,
  target_kind text not null check (target_kind in ('OUTLET', 'AGENT', 'INSTITUTION')),
  target_code text not null,
  breach jsonb not null,
  -- Overdue is not stored: it is an ordered one past its day.
  status text not null check (status in ('ORDERED', 'CLOSED', 'SHUT')),
  ordered_on date not null,
  due_on date not null,
  closed_on date
);
create index rectification_institution on telecom.rectification (institution, ordered_on, id);
create index rectification_order on telecom.rectification (ordered_on, id);
