-- Entities whose cached answers a change has made wrong: `Type:id`.
alter table telecom.outbox add column if not exists touched text[] not null default '{}';

-- Why an entry was taken back, and what came of a rectification, in the words of whoever decided.
alter table telecom.blacklist_entry add column lift_reason text;
alter table telecom.rectification add column note text;

-- What a holder has read and pledged beside the risk notice (SH, PT), the latest of each kind.
create table telecom.undertaking (
  subject_id text not null,
  line_id text not null,
  kind text not null check (kind in ('RISK_NOTICE', 'OWN_USE_PLEDGE', 'RESALE_WARNING')),
  notice_version text not null,
  notice_digest text not null,
  acknowledged_at timestamptz(3) not null,
  primary key (subject_id, line_id, kind)
);

-- Decisions on openings as they were given, so that one can be filed and read again.
create table telecom.opening_decision (
  subject_id text not null,
  id text not null,
  carrier text not null,
  decision jsonb not null,
  decided_at timestamptz(3) not null,
  primary key (subject_id, id)
);
create table telecom.opening_decision_directory (
  id text primary key,
  subject_id text not null
);

-- Days whose daily checks have been made.
create table telecom.daily_run (
  day date primary key,
  run_at timestamptz(3) not null
);
