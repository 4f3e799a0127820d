-- A waiting change is known by its position. A name of its own was one more index to write, in no order.
alter table banking.outbox drop column id;
drop index banking.outbox_position;
alter table banking.outbox add primary key (position);
