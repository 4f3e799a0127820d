-- What a line was with a holder and a carrier that have it no longer: a decision of an earlier day stands on it, and who
-- opened it answers for it still. It was valid from its registration until the day before `ended_on`; where nobody has
-- said when it was closed, perhaps.
create table telecom.former_line (
  subject_id text not null,
  line_id text not null,
  carrier text not null,
  kind text not null,
  registered_on date not null,
  ended_on date not null,
  is_end_known boolean not null,
  outlet_code text,
  real_name_verified_at timestamptz(3),
  real_name_method text,
  online_check_passed boolean,
  photo_reference text,
  involved_on date,
  primary key (subject_id, line_id, carrier, registered_on)
);
create index former_line_line on telecom.former_line (line_id);
create index former_line_carrier on telecom.former_line (carrier);
