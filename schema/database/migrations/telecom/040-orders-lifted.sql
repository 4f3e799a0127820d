-- When an objection to the order was confirmed: its cause asks nothing of that line any more while it is that person's.
alter table telecom.line_order add column if not exists lifted_at timestamptz(3);
