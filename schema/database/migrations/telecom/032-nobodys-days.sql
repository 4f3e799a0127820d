-- When a line was first seen as nobody's and since when it was registered so, and when its holder was first named: from
-- these the days on which nobody was registered for it follow, in whatever order the reports come.
alter table telecom.line add column nobody_seen_at timestamptz(3);
alter table telecom.line add column nobody_since date;
alter table telecom.line add column named_at timestamptz(3);
update telecom.line set nobody_seen_at = observed_at, nobody_since = registered_on where subject_id like '-%';
update telecom.line set named_at = registered_on::timestamp at time zone 'Asia/Shanghai' where subject_id not like '-%';
