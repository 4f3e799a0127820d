-- What the columns of 023 and 025 mean, of measures that are older than they. One that begins on a later day had been
-- ordered at once: whatever comes to its person until that day is ordered then.
update telecom.measure set awaits_start = true
where ended_at is null and starts_on > (current_timestamp at time zone 'Asia/Shanghai')::date;
-- A line in a case had been a task about whoever holds it now.
update telecom.measure m set subject_id = d.subject_id, holder_known = true
from telecom.line_directory d
where m.cause_kind = 'CASE_LINE' and not m.holder_known and d.id = m.holding_id and d.subject_id not like '-%';
