-- When banking found no account whose institution, number and holder are those that were named: nothing was stopped.
alter table police.stop_payment add column mismatched_at timestamptz;
