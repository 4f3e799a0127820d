-- Up to when the looks made for a case may be known to the people concerned: its lead has said so, or it is closed.
-- A record may come in after its release, so this is asked when the person asks, not written into the records.
create table audit.released_case (
  case_number text primary key,
  until timestamptz(3) not null
);
drop index if exists audit.access_record_withheld;

-- How far the events of other subgraphs have been applied here.
create table audit.event_cursor (
  source text primary key,
  sequence bigint not null
);
