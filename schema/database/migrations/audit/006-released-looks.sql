-- Up to when a person may know of the looks made for a case that the police have confirmed them in: its lead has said
-- so, or it is closed. The case of a look is what the officer wrote, and a look shows others too: who belongs to another
-- case must not learn of it. Of releases before this nobody knows whom they were meant for, so they end.
-- A record may come in after its release, so this is asked when the person asks, not written into the records.
create table audit.released_look (
  subject_id text not null,
  case_number text not null,
  until timestamptz(3) not null,
  primary key (subject_id, case_number)
);
drop table audit.released_case;
