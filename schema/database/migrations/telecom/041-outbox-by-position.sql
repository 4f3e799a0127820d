-- A waiting change is known by its position. A name of its own was one more index to write, in no order, and the changes
-- of one statement were written in the order of their names: what they had all touched could be told after them.
alter table telecom.outbox drop column id;
drop index telecom.outbox_position;
alter table telecom.outbox add primary key (position);
