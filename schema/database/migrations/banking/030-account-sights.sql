-- Each time at which an account was seen as it is, or was: the moment, and the day and the outlet of its opening as they
-- were told then. What is told late may part the time between two of them. Null: nobody has noted more than the first
-- and the last one.
alter table banking.account add column sights text[];
alter table banking.account_past add column sights text[];
