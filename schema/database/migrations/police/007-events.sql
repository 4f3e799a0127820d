-- What a change says to those who act on it: a PoliceEvent, in ids and tokens alone. Null where nobody acts.
alter table police.outbox add column payload jsonb;
alter table police.change add column payload jsonb;

-- What the change made stale, as "Type:id"; kept with it, so that gateway and relay both end the same entries.
alter table police.outbox add column touched text[] not null default '{}';
