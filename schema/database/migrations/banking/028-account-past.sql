-- A decision is replayed with what accounts were on its day: whose, of which kind and class, whether exempt. Kept when a
-- report says something else; of accounts that were always the same nothing is.
create table banking.account_past (
  subject_id text not null,
  account_id text not null,
  institution text not null,
  kind text not null,
  account_class text,
  exempt_from_limit text,
  opened_on date not null,
  -- Null: since the opening.
  since timestamptz(3),
  last_seen_at timestamptz(3) not null,
  until timestamptz(3) not null,
  primary key (subject_id, account_id, until)
);
create index account_past_account on banking.account_past (account_id);
-- Since when an account is what it is; null: since the opening.
alter table banking.account add column unchanged_since timestamptz(3);
