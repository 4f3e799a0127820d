-- An alarm is a record of the chain like any other, so that none can be lost or taken out unnoticed. Its kind stands
-- as its outcome; caller and institution are empty where it is about neither.
drop table audit.alarm;
alter table audit.access_record add column alarm_count integer;
alter table audit.access_record drop constraint access_record_kind_check;
alter table audit.access_record add constraint access_record_kind_check check (kind in ('INTENT', 'OPERATION', 'ALARM'));
alter table audit.access_record add constraint access_record_alarm_count_check
  check ((kind = 'ALARM') = (alarm_count is not null));
create index access_record_alarm on audit.access_record (at, chain, sequence) where kind = 'ALARM';
