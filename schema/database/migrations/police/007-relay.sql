-- In this order rows are numbered: what a writer had seen of another's row stands behind it. It has holes, and a
-- row may be committed after later ones; the feed's own sequence has neither fault.
alter table police.outbox add column if not exists position bigint generated always as identity;
create index if not exists outbox_position on police.outbox (position);

-- Entities whose cached answers the change has made wrong: `Type:id`.
alter table police.outbox add column if not exists touched text[] not null default '{}';

-- What other subgraphs act upon, numbered for audiences such as `subgraph:banking` alone.
alter table police.outbox add column if not exists payload jsonb;
alter table police.change add column if not exists payload jsonb;

-- Its one row is held by whoever numbers: one relay at a time, however many processes there are.
create table police.relay (
  id integer primary key check (id = 1)
);
insert into police.relay (id) values (1);

-- How far the events of other subgraphs have been applied here.
create table police.event_cursor (
  source text primary key,
  sequence bigint not null
);
