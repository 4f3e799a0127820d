-- Reports come late and out of order: of a name and of a representative each the one observed last stands, whatever
-- the other's moment. `name_mark` decides between two names of the same moment and tells nothing of either.
alter table banking.subject rename column observed_at to name_observed_at;
alter table banking.subject alter column name_observed_at drop not null;
alter table banking.subject add column name_mark text not null default '';
alter table banking.subject add column representative_observed_at timestamptz(3);
update banking.subject set representative_observed_at = name_observed_at where legal_representative_id is not null;
update banking.subject set name_observed_at = null where sealed_name is null;

-- What the oldest report of an account says of phone and device is taken to hold since the opening. Which one is the
-- oldest may change with every report that comes late, so that it stands beside the days on which things were seen.
alter table banking.account_directory add column first_observed_at timestamptz(3);
update banking.account_directory set first_observed_at = observed_at;
alter table banking.account_directory alter column first_observed_at set not null;
alter table banking.link_key add column held_since date;
