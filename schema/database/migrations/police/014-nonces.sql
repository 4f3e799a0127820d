-- Signed requests that were accepted while Redis was away: all replicas of a subgraph share its database, so that none
-- is accepted a second time at another one. A row is of no use once its signature has run out.
create table police.nonce (
  nonce text primary key,
  claimed_at timestamptz not null
);
create index nonce_claimed on police.nonce (claimed_at);
