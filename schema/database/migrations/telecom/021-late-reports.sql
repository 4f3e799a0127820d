-- Reports come late and out of order: of a name and of a representative each the one observed last stands, whatever
-- the other's moment. `name_mark` decides between two names of the same moment and tells nothing of either.
alter table telecom.subject rename column observed_at to name_observed_at;
alter table telecom.subject alter column name_observed_at drop not null;
alter table telecom.subject add column name_mark text not null default '';
alter table telecom.subject add column representative_observed_at timestamptz(3);
update telecom.subject set representative_observed_at = name_observed_at where legal_representative_id is not null;
update telecom.subject set name_observed_at = null where sealed_name is null;
