-- Registers: small tables with keys of their own that every shard holds whole.
create schema if not exists banking;

create table banking.institution (
  code text primary key,
  name text not null,
  sector text not null check (sector in ('BANKING', 'PAYMENT')),
  region text not null
);

-- What an institution says it has completely reported, and as of when. No row, or no moment: not everything yet.
create table banking.coverage (
  institution text primary key,
  complete_as_of timestamptz(3),
  records bigint,
  declared_at timestamptz(3) not null
);

create table banking.outlet (
  institution text not null,
  code text not null,
  name text not null,
  region text not null,
  agent_code text,
  agent_name text,
  observed_at timestamptz(3) not null,
  primary key (institution, code)
);
