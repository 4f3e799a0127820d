-- The moment of the first report of an account as closed: what was seen of it later, and not closed, counts for nothing,
-- whichever was told first. Null: the account is not closed.
alter table banking.account_directory add column first_closed_at timestamptz(3);
update banking.account_directory d set first_closed_at = d.observed_at
from banking.account a
where a.subject_id = d.subject_id and a.id = d.id and a.reported_status = 'CLOSED';
-- When an account was reported with a thing, of accounts that have been reported more than once: the moment, the day that
-- the report speaks of, and whether it was a closing. Null: by its first report only.
alter table banking.link_key add column sights text[];
