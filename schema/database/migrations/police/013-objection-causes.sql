-- What the order that is objected to goes back to: a freeze or a stop-payment ends with its only order. Null where it is
-- to no order, and for what was filed before this was kept.
alter table police.objection add column cause_id text;
