-- A line in a case is a task, and counts as used in it, with whoever held it when its recognition was first heard of, or
-- who was first registered for it after that: whoever is given the number later has nothing to do with the case.
-- `subject_id` is that holder once `holder_known`.
alter table telecom.measure add column holder_known boolean not null default false;
