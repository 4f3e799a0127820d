-- The facts on which threshold and term were decided, so that the decision can be replayed.
alter table police.sanction add column facts jsonb;
alter table police.sanction add column recognised_officer text;
alter table police.sanction add column lifted_by text;

-- Of measures that the telecom regulator set: who and why.
alter table police.measure add column imposed_by text;
alter table police.measure add column imposing_reason text;

-- When the feed told that the last day had passed: told once, however often the daily job runs.
alter table police.measure add column expiry_told_at timestamptz;
create index measure_running on police.measure (ends_on) where lifted_at is null and expiry_told_at is null;

-- Involvements that were recognised because of this one (PT: the unit's legal representative answers too).
alter table police.involvement add column follows_id uuid;

-- One open objection of one filer to a thing: two sent at once cannot both be open.
create unique index objection_open on police.objection (target, target_id, filed_by) where status = 'FILED';

alter table police.stop_payment add column authority text;
alter table police.stop_payment add column issued_by text;
alter table police.stop_payment add column issued_at timestamptz;
alter table police.stop_payment add column sealed_holder_name text;
alter table police.stop_payment add column amount numeric(17, 2);
alter table police.stop_payment add column lifted_at timestamptz;
alter table police.stop_payment add column expiry_told_at timestamptz;
create index stop_payment_running on police.stop_payment (ends_at) where lifted_at is null and expiry_told_at is null;

create table police.freeze (
  id uuid primary key,
  involvement_id uuid not null,
  until_on date not null,
  legal_paper text not null,
  authority text not null,
  issued_by text not null,
  issued_at timestamptz not null,
  lifted_at timestamptz,
  expiry_told_at timestamptz
);
create index freeze_involvement on police.freeze (involvement_id);
create index freeze_running on police.freeze (until_on) where lifted_at is null and expiry_told_at is null;

create table police.statement_request (
  id uuid primary key,
  involvement_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  requested_by text not null,
  requested_at timestamptz not null
);
create index statement_request_involvement on police.statement_request (involvement_id);
