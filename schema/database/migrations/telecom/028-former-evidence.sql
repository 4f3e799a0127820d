-- What had been shown of a line's holder before they were verified again: a decision of an earlier day stands on it.
create table telecom.former_evidence (
  subject_id text not null,
  line_id text not null,
  real_name_verified_at timestamptz(3) not null,
  real_name_method text,
  online_check_passed boolean,
  photo_reference text,
  primary key (subject_id, line_id, real_name_verified_at)
);
