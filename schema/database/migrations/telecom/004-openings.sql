-- A carrier's own list of holders it refuses in grave cases (RN-4).
create table telecom.blacklist_entry (
  subject_id text not null,
  id text not null,
  carrier text not null,
  reason text not null,
  starts_on date not null,
  ends_on date,
  lifted_at timestamptz(3),
  primary key (subject_id, id)
);

create table telecom.blacklist_directory (
  id text primary key,
  subject_id text not null
);

-- An application number opens the data of the first person it was asked for, and of no other.
create table telecom.application (
  institution text not null,
  reference text not null,
  subject_id text not null,
  bound_at timestamptz(3) not null,
  primary key (institution, reference)
);
