-- Registers: small tables that every shard holds whole.
create schema if not exists police;

create table police.authority (
  code text primary key,
  name text not null,
  level text not null check (level in ('COUNTY', 'DISTRICTED_CITY', 'PROVINCE', 'MINISTRY')),
  region text not null,
  superior text
);
create index authority_superior on police.authority (superior);

create table police.institution (
  code text primary key,
  name text not null,
  sector text not null,
  region text not null
);
create index institution_region on police.institution (region, code);

-- People and units of whom the police hold something. The number and the name are sealed; nothing looks
-- them up, only the token does.
create table police.subject (
  id text primary key,
  kind text not null check (kind in ('PERSON', 'UNIT')),
  document_type text not null,
  issuing_country text,
  sealed_number text not null,
  sealed_name text
);
