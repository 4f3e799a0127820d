-- Whether a person belongs to a case is asked before every answer. A person has few cases, a case may have thousands
-- of people: with both in one index PostgreSQL looks through neither.
create index involvement_subject_case on police.involvement (subject_id, case_number) where subject_id is not null;
drop index police.involvement_subject;
