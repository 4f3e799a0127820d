-- A notice says nothing of a line but that its holder has confirmed it.
alter table telecom.line_claim drop constraint line_claim_origin_check;
alter table telecom.line_claim
  add constraint line_claim_origin_check check (origin in ('REPORT', 'FIRST', 'ACT', 'NOTICE'));
