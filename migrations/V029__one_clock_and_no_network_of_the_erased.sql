-- Those who may be mailed at a moment that whoever asks names: a break ends by the service's clock, as everything else. It is written so
-- that it is planned as part of the statement that names it. The view of before goes by the database's clock, and stays for a service of
-- before that is still running.
create function reader_at(moment timestamptz)
    returns table (id bigint, address text, domain text, locale text, format text, sections text[], confirmed_at timestamptz,
                   signed_up_at timestamptz)
    language sql stable parallel safe
as $$
select s.id, s.address, s.domain, s.locale, s.format, s.sections, s.confirmed_at, s.signed_up_at
  from subscriber s
 where s.state = 'CONFIRMED'
   and s.suppressed is null
   and (s.break_until is null or s.break_until <= moment)
$$;

-- From where readers pressed who erased themselves was noted after everything else of them had gone.
update evidence
   set origin = 'the reader'
 where what = 'erased'
   and (origin ~ '^[0-9a-f.:]+/[0-9]+$' or origin like 'hash %');

insert into table_to_rewrite (name)
select 'evidence'
 where exists (select from evidence where what = 'erased' and origin = 'the reader')
    on conflict (name) do update set erased_by = pg_current_xact_id();

-- Readers are looked for by an address of before, too.
create index address_change_was on address_change (was) where was is not null;
