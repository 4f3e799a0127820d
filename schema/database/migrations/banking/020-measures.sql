-- What the police told of measures: one row for each kind of a cause. Orders follow from them, and their end undoes
-- what their own cause did. `subject_id` is null where only an account or a line is known, whose holder follows from
-- the directory here.
create table banking.measure (
  cause_id text not null,
  kind text not null,
  sector text not null,
  cause_kind text not null,
  subject_id text,
  holding_id text,
  starts_on date not null,
  ends_on date,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  article text not null,
  holder_mark text,
  ended_at timestamptz(3),
  ended_by text check (ended_by in ('LIFTED', 'EXPIRED')),
  primary key (cause_id, kind, sector),
  check ((ended_at is null) = (ended_by is null))
);
create index measure_subject on banking.measure (subject_id) where ended_at is null;
create index measure_holding on banking.measure (holding_id) where ended_at is null;

-- People whose holdings have changed: a measure that stands may ask for an order more. A row for each change and
-- none taken back, so that a change that is committed while another is looked at is looked at too.
create table banking.order_review (
  position bigint generated always as identity primary key,
  subject_id text not null
);

alter table banking.account_order add column reference text;
create index restriction_cause on banking.restriction (cause_id);
