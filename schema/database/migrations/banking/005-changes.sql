-- What changed, written in the transaction that changed it; numbered for each audience afterwards.
create table banking.outbox (
  id text primary key,
  at timestamptz(3) not null,
  kind text not null,
  audiences text[] not null,
  institution text,
  subject_id text,
  account_id text,
  order_id text
);

-- The feed: one sequence without gaps for each audience (`police`, `bank:102`, `regulator:financial`).
create table banking.change (
  audience text not null,
  sequence bigint not null,
  at timestamptz(3) not null,
  kind text not null,
  institution text,
  subject_id text,
  account_id text,
  order_id text,
  primary key (audience, sequence)
);

-- A report that comes twice is answered twice alike; the same id with another body is refused.
create table banking.idempotent_request (
  institution text not null,
  request_id text not null,
  body_digest text not null,
  outcome jsonb not null,
  at timestamptz(3) not null,
  primary key (institution, request_id)
);
