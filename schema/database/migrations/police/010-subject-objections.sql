-- A person reads their own objections, whatever they are to.
create index objection_subject on police.objection (subject_id);
