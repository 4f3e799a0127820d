-- What an institution looked at for an order, or in its queue of orders, tips off the person whose money is to be held:
-- it is held back from them from now on, and so is what was recorded before (see `mayPersonKnow`).
update audit.access_record set released = false
where released and (purpose = 'ORDER' or (purpose = 'REPORTING' and (
  'Mutation.executeAccountOrders' = any(fields_returned) or 'Mutation.executeLineOrders' = any(fields_returned)
  or exists (select from unnest(fields_returned) field
    where field like 'AccountOrder.%' or field like 'LineOrder.%'))));
