-- A case account restricts the other accounts of whoever held it when its recognition was first heard of, or when it was
-- first reported after that: whoever comes to hold it later has nothing to do with the case. `subject_id` is that holder
-- once `holder_known`.
alter table banking.measure add column holder_known boolean not null default false;
