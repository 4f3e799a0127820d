-- Case-related transfers, each stored once under either account, so that money is followed from both ends.
create table banking.transfer_edge (
  account_id text not null,
  direction text not null check (direction in ('IN', 'OUT')),
  at timestamptz(3) not null,
  id text not null,
  counterpart_id text not null,
  reference text not null,
  amount numeric(17, 2) not null,
  channel text not null,
  case_number text,
  primary key (account_id, direction, at, id)
);

create table banking.transfer_directory (
  id text primary key,
  from_account_id text not null,
  at timestamptz(3) not null
);
