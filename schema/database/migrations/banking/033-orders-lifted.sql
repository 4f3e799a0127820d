-- When an objection to the order was confirmed: its cause asks nothing of that account any more while it is that person's.
alter table banking.account_order add column if not exists lifted_at timestamptz(3);
