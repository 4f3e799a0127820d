-- A decision tells what it was asked for: the day and the product. Those filed before do not.
alter table banking.opening_decision add column asked_on date;
alter table banking.opening_decision add column product text;

-- A replay asks for recognised accounts whose recognition has ended, too.
create index measure_case_holding on banking.measure (holding_id) where cause_kind = 'CASE_ACCOUNT';
create index measure_case_subject on banking.measure (subject_id) where cause_kind = 'CASE_ACCOUNT';
