-- Person tables have the subject's token first in their key: everything about one person is on one shard.
-- Numbers and names are sealed; nothing looks them up, only the token and the account's keyed id do.
create table banking.subject (
  id text primary key,
  kind text not null check (kind in ('PERSON', 'UNIT')),
  document_type text not null,
  sealed_number text not null,
  sealed_name text,
  legal_representative_id text,
  observed_at timestamptz(3) not null
);

-- The way back from a legal representative to the units, keyed by the person asked about.
create table banking.representation (
  representative_id text not null,
  unit_id text not null,
  primary key (representative_id, unit_id)
);

create table banking.account (
  subject_id text not null,
  id text not null,
  institution text not null,
  kind text not null,
  account_class text check (account_class in ('I', 'II', 'III')),
  -- As reported. What a reader sees is derived: the strongest restriction that stands comes first.
  reported_status text not null check (reported_status in ('NORMAL', 'DORMANT', 'CLOSED')),
  sealed_number text not null,
  opened_on date not null,
  closed_on date,
  outlet_code text,
  sealed_reserved_phone text,
  exempt_from_limit text,
  -- The day on which police recognised the account as used in a case.
  involved_on date,
  -- Every key the account has ever had in link_key: whence a search for linked accounts sets out.
  link_keys text[] not null,
  observed_at timestamptz(3) not null,
  primary key (subject_id, id)
);
-- For an institution's customers, its clean-up list and its figures.
create index account_institution on banking.account (institution, subject_id);
create index account_opening on banking.account (institution, opened_on);

-- Directory: which holder and institution an account belongs to now; one row an account, and so its uniqueness.
create table banking.account_directory (
  id text primary key,
  subject_id text not null,
  institution text not null,
  observed_at timestamptz(3) not null
);

-- What accounts have in common, keyed by the thing they share: `SHARED_PHONE|<line id>`, `SHARED_DEVICE|<device>`,
-- `SHARED_OUTLET_DAY|<institution>|<outlet>|<day>`, `SHARED_AGENT|<institution>|<agent>`.
create table banking.link_key (
  link_key text not null,
  account_id text not null,
  subject_id text not null,
  -- The phone number; of other keys the value stands in the key itself.
  sealed_value text,
  first_seen_on date not null,
  last_seen_on date not null,
  -- False once the account has been reported without it.
  is_current boolean not null,
  primary key (link_key, account_id)
);

-- Beside the account, not in it: several may stand at once and each ends by itself.
create table banking.restriction (
  subject_id text not null,
  account_id text not null,
  id text not null,
  kind text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3),
  lifted_at timestamptz(3),
  -- The sanction, case or order that caused it.
  cause_id text not null,
  derivation jsonb not null,
  primary key (subject_id, account_id, id)
);
