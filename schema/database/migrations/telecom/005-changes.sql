-- What changed, written in the transaction that changed it; numbered for each audience afterwards.
create table telecom.outbox (
  id text primary key,
  at timestamptz(3) not null,
  kind text not null,
  audiences text[] not null,
  subject_id text,
  line_id text,
  flag_id text,
  order_id text,
  rectification_id text
);

-- The feed: one sequence without gaps for each audience (`police`, `carrier:C01`, `regulator:telecom`).
create table telecom.change (
  audience text not null,
  sequence bigint not null,
  at timestamptz(3) not null,
  kind text not null,
  subject_id text,
  line_id text,
  flag_id text,
  order_id text,
  rectification_id text,
  primary key (audience, sequence)
);

-- A report that comes twice is answered twice alike; the same id with another body is refused.
create table telecom.idempotent_request (
  institution text not null,
  request_id text not null,
  body_digest text not null,
  outcome jsonb not null,
  at timestamptz(3) not null,
  primary key (institution, request_id)
);
