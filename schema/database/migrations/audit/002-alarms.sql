create table audit.alarm (
  id uuid primary key,
  kind text not null,
  at timestamptz(3) not null,
  caller text,
  institution text,
  subject_id text,
  count integer not null
);
create index alarm_at on audit.alarm (at, id);

-- Tokens and officers that are refused from now on; the gateways read the list anew every few seconds.
create table audit.revocation (
  id uuid primary key,
  token_id text,
  officer_id text,
  revoked_at timestamptz(3) not null,
  reason text not null,
  check ((token_id is null) <> (officer_id is null))
);
create index revocation_revoked on audit.revocation (revoked_at);
