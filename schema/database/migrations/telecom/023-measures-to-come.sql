-- A measure that begins on a later day is ordered on that day: until then it waits.
alter table telecom.measure add column awaits_start boolean not null default false;
create index measure_awaits_start on telecom.measure (starts_on) where awaits_start;
