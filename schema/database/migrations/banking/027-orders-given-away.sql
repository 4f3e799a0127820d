-- When an order was found to lie on an account that is not the person's against whom it was given: it says nothing of the
-- account any more, should that come back to them.
alter table banking.account_order add column if not exists given_away_at timestamptz(3);
-- Such orders had gone with their accounts to whoever came to hold them: they are looked at now.
insert into banking.order_review (subject_id)
select distinct m.subject_id from banking.measure m
join banking.account_order o on o.cause_id = m.cause_id and o.kind = m.kind
join banking.account_directory d on d.id = o.account_id
where m.ended_at is null and m.cause_kind in ('SANCTION', 'CASE_ACCOUNT') and d.subject_id <> m.subject_id;
