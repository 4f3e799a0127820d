-- Decisions on openings as they were given: filed under their id by the institution that asked, never changed.
create table banking.opening_decision (
  id text primary key,
  institution text not null,
  subject_id text not null,
  outcome text not null check (outcome in ('ALLOW', 'DENY', 'REVIEW', 'UNKNOWN')),
  findings jsonb not null,
  rule_version text not null,
  coverage_state text not null,
  coverage_as_of timestamptz(3),
  decided_at timestamptz(3) not null
);
