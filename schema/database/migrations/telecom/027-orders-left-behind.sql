-- Orders follow a line to its next carrier, and end where it has come to another holder. Of before: what has been left
-- behind, and lines that are stopped although somebody has registered, are looked at once.
insert into telecom.order_review (subject_id)
select distinct o.subject_id from telecom.line_order o join telecom.line_directory d on d.id = o.line_id
where o.subject_id not like '-%'
  and (o.kind = 'STOP_UNREGISTERED' or (o.subject_id, o.carrier) is distinct from (d.subject_id, d.carrier))
  and (o.status in ('ISSUED', 'DELIVERED', 'REFUSED') or (o.status = 'EXECUTED' and o.kind in ('SUSPEND', 'STOP_UNREGISTERED')));
