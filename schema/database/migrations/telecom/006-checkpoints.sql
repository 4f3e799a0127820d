-- How far the chains of access records had come, signed by the gateway and only ever added to: kept here too,
-- so that nobody who holds the records alone can cut or rewrite them unseen.
create table telecom.checkpoint (
  chain text not null,
  sequence bigint not null,
  hash text not null,
  at timestamptz(3) not null,
  signature text not null,
  primary key (chain, sequence, hash)
);
