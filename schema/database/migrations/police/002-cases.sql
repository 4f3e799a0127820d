create table police.case_file (
  number text primary key,
  title text not null,
  authority text not null,
  status text not null check (status in ('OPEN', 'CLOSED')),
  lead text not null,
  opened_on date not null,
  closed_on date,
  closed_by text,
  closing_reason text,
  check ((status = 'CLOSED') = (closed_on is not null))
);
create index case_file_opened on police.case_file (opened_on, number);

-- Who may see a case. The lead always has a row here too, so that one look answers "assigned or not".
create table police.case_officer (
  officer text not null,
  case_number text not null,
  assigned_at timestamptz not null,
  primary key (officer, case_number)
);
create index case_officer_case on police.case_officer (case_number);

create table police.case_stage (
  case_number text not null,
  name text not null,
  entered_on date not null,
  primary key (case_number, name)
);

-- What belongs to a case: a person, a line or an account. Lines and accounts are known by their keyed id.
create table police.involvement (
  id uuid primary key,
  case_number text not null,
  role text not null,
  standing text not null check (standing in ('LEAD', 'RECOGNISED', 'WITHDRAWN')),
  subject_id text,
  line_id text,
  sealed_line_number text,
  account_id text,
  account_institution text,
  conduct text,
  knowing boolean,
  reason text,
  added_by text not null,
  marked_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  recognised_by text,
  recognised_on date,
  recognition_reason text,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  -- Nobody makes a person their purpose alone: the lead confirms, never whoever added them.
  check (confirmed_by is null or confirmed_by <> added_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((line_id is null) = (sealed_line_number is null))
);
create index involvement_case on police.involvement (case_number, marked_at, id);
create index involvement_subject on police.involvement (subject_id) where subject_id is not null;
create index involvement_line on police.involvement (line_id) where line_id is not null;
create index involvement_account on police.involvement (account_id) where account_id is not null;

-- The lead's leave for another officer to look further than one step.
create table police.access_approval (
  id uuid primary key,
  case_number text not null,
  officer text not null,
  approved_by text not null,
  reason text not null,
  approved_at timestamptz not null,
  expires_at timestamptz not null,
  check (approved_by <> officer)
);
create index access_approval_officer on police.access_approval (officer, case_number, expires_at);

create table police.surrender (
  id uuid primary key,
  case_number text not null,
  subject_id text not null,
  surrendered_on date not null,
  confessed boolean not null,
  exposed_others boolean not null
);
create index surrender_case on police.surrender (case_number, surrendered_on, id);
create index surrender_subject on police.surrender (subject_id);

create table police.stop_payment (
  id uuid primary key,
  case_number text not null,
  account_id text not null,
  account_institution text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  sequence integer not null
);
create index stop_payment_case on police.stop_payment (case_number, starts_at, id);
-- At most twice per account: two requests at once cannot both be the first.
create unique index stop_payment_account on police.stop_payment (account_id, sequence);
