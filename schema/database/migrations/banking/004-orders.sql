-- What institutions are told to do with an account, one row an order.
create table banking.account_order (
  subject_id text not null,
  id text not null,
  account_id text not null,
  institution text not null,
  kind text not null,
  status text not null check (status in ('ISSUED', 'DELIVERED', 'EXECUTED', 'REFUSED', 'EXPIRED')),
  reason jsonb not null,
  issued_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  delivered_at timestamptz(3),
  executed_at timestamptz(3),
  refusal_reason text,
  cause_id text not null,
  primary key (subject_id, id)
);
-- An institution's work list, the next one due first.
create index account_order_queue on banking.account_order (institution, due_at, id);
-- Who has carried out what a sanction asked for.
create index account_order_cause on banking.account_order (cause_id);

create table banking.order_directory (
  id text primary key,
  subject_id text not null,
  institution text not null
);

-- An application number opens the data of the first person it was asked for, and of no other.
create table banking.application (
  institution text not null,
  reference text not null,
  subject_id text not null,
  bound_at timestamptz(3) not null,
  primary key (institution, reference)
);
