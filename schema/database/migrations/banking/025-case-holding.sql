-- Recognised accounts are found by whoever held them (024); nothing looks for them by the account any more.
drop index banking.measure_case_holding;
