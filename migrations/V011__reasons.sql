-- Why a try did not succeed, in the kinds of mail.Reason: null for what was taken, for whoever was left out, and before this column.
alter table delivery_answer add column reason text;

-- The latest of them, beside a million answers that say "taken". Answers are only added: it costs those nothing.
create index delivery_answer_reason on delivery_answer (at) where reason is not null;
