-- Person tables have the subject's token first in their key: everything about one person is on one shard.
-- Numbers and names are sealed; nothing looks them up, only the token and the line's keyed id do.
create table telecom.subject (
  id text primary key,
  kind text not null check (kind in ('PERSON', 'UNIT')),
  document_type text not null,
  sealed_number text not null,
  sealed_name text,
  legal_representative_id text,
  observed_at timestamptz(3) not null
);

-- A line nobody is registered for stands under '-' and its own id, so that it is never mistaken for a person's.
create table telecom.line (
  subject_id text not null,
  id text not null,
  carrier text not null,
  kind text not null,
  status text not null
    check (status in ('PENDING', 'ACTIVE', 'DORMANT', 'REVERIFY_REQUIRED', 'SUSPENDED', 'CLOSED')),
  sealed_number text not null,
  registered_on date not null,
  activated_on date,
  last_used_on date,
  closed_on date,
  outlet_code text,
  real_name_method text,
  real_name_verified_at timestamptz(3),
  online_check_passed boolean,
  photo_reference text,
  real_name_result text,
  risk_notice_version text,
  risk_notice_digest text,
  risk_notice_at timestamptz(3),
  -- The day on which police recognised the line as used in a case.
  involved_on date,
  observed_at timestamptz(3) not null,
  primary key (subject_id, id)
);
-- For a carrier's clean-up list, which pages through its holders in this order.
create index line_carrier on telecom.line (carrier, subject_id);

-- Directory: which holder and carrier a line belongs to now; one row a line, and so the line's uniqueness.
create table telecom.line_directory (
  id text primary key,
  subject_id text not null,
  carrier text not null,
  observed_at timestamptz(3) not null
);
