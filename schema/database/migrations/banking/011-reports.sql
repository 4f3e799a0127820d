-- Entities whose cached answers a change has made wrong: `Type:id`.
alter table banking.outbox add column if not exists touched text[] not null default '{}';
