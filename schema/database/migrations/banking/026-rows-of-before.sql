-- What the columns of 023 and 024 mean, of measures that are older than they. One that begins on a later day had been
-- ordered at once: whatever comes to its person until that day is ordered then.
update banking.measure set awaits_start = true
where ended_at is null and starts_on > (current_timestamp at time zone 'Asia/Shanghai')::date;
-- A case account had restricted the other accounts of whoever holds it now.
update banking.measure m set subject_id = d.subject_id, holder_known = true
from banking.account_directory d
where m.cause_kind = 'CASE_ACCOUNT' and not m.holder_known and d.id = m.holding_id;
-- A stop-payment that met no account is over: the police have been told that it stopped nothing.
update banking.measure m set ended_at = current_timestamp, ended_by = 'LIFTED'
where m.cause_kind = 'STOP_PAYMENT' and m.ended_at is null
  and not exists (select 1 from banking.account_order o where o.cause_id = m.cause_id);
