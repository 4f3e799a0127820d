-- Whoever has a number, loses it and has it again begins anew: what was seen until another was last seen to hold it proves
-- nothing of the holder of now, in whatever order the reports come.
alter table telecom.line add column begun_after timestamptz(3);
alter table telecom.line add column notice_mark text;
