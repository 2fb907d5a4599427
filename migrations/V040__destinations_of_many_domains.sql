-- A provider that takes the mail of many domains is one destination: what holds for it is noted by each of them that is told apart.
-- QUIET: it gets nothing for a while, since it said that we send too much; FEW: and then over one connection more at a time.
alter table destination_brake
    add column destination text not null default '', -- empty: the domain itself, as older versions know it
    drop constraint destination_brake_kind_check,
    add constraint destination_brake_kind_check check (kind in ('ASIDE', 'SLOWED', 'QUIET', 'FEW'));
