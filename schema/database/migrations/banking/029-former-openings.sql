-- Who opened an account answers for it still when its number has been given to somebody else: the outlet of what it was.
alter table banking.account_past add column outlet_code text;
