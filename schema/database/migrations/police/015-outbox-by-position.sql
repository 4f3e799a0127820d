-- A waiting change is known by its position. A name of its own was one more index to write, in no order.
alter table police.outbox drop column id;
drop index police.outbox_position;
alter table police.outbox add primary key (position);
