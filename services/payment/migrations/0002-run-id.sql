-- The run of an experiment that asked for it, so that faults limited to the run reach what follows from the bank's word.
alter table attempts add column run_id text;
alter table refunds add column run_id text;
