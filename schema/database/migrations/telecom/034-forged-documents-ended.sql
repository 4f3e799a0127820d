-- A verified forged document stands until the line's holder has been verified again.
alter table telecom.flag add column ended_at timestamptz(3);
update telecom.flag f set ended_at = l.real_name_verified_at
from telecom.line l
where l.subject_id = f.subject_id and l.id = f.line_id and f.kind = 'FORGED_ID' and f.status = 'VERIFIED'
  and l.real_name_result = 'PASSED' and l.real_name_verified_at > coalesce(f.verified_at, f.reported_at);
