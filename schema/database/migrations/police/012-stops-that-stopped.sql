-- At most twice per account: a stop that met no such account has stopped nothing and takes no place.
drop index police.stop_payment_account;
create unique index stop_payment_account on police.stop_payment (account_id, sequence) where mismatched_at is null;
