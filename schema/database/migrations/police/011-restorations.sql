-- What has to be undone since a cause ended, and by which subgraph: an objection is over once each has said that it is.
-- Of single orders and blacklist entries one subgraph speaks alone, unasked.
create table police.restoration (
  cause_id text not null,
  source text not null check (source in ('banking', 'telecom')),
  restored_at timestamptz,
  primary key (cause_id, source)
);
