-- An address without plus tag, case and Gmail's dots: one inbox, most likely. For limits alone; never to tell readers apart.
create function inbox_of(address text) returns text
    language sql immutable strict parallel safe
return case when split_part(address, '@', -1) in ('gmail.com', 'googlemail.com')
            then replace(split_part(split_part(lower(address), '@', 1), '+', 1), '.', '') || '@gmail.com'
            else split_part(regexp_replace(lower(address), '@[^@]*$', ''), '+', 1) || '@' || split_part(address, '@', -1)
       end;

create table subscriber (
    id             bigint      generated always as identity primary key, -- in links: never used again
    address        text        not null unique, -- local part exactly as it is, @, domain as lower-case A-label
    domain         text        not null generated always as (split_part(address, '@', -1)) stored,
    inbox          text        not null generated always as (inbox_of(address)) stored,
    state          text        not null check (state in ('PENDING', 'CONFIRMED', 'UNSUBSCRIBED')),
    suppressed     text        check (suppressed in ('HARD_BOUNCE', 'NOT_ME', 'COMPLAINT', 'OPERATOR', 'ERASED')),
    suppressed_at  timestamptz,
    locale         text        not null default 'en',
    format         text        not null default 'html' check (format in ('html', 'text')),
    sections       text[]      not null default '{}', -- empty: all of them
    break_until    timestamptz,
    source         text        not null,
    signed_up_at   timestamptz not null,
    confirmed_at   timestamptz,
    left_at        timestamptz,
    check ((suppressed is null) = (suppressed_at is null)),
    check (state <> 'CONFIRMED' or confirmed_at is not null)
);

create index subscriber_by_inbox on subscriber (inbox);

-- What was asked, shown and pressed, and from where. Rows are added, never changed.
create table evidence (
    id         bigint      generated always as identity primary key,
    subscriber bigint      not null references subscriber (id),
    at         timestamptz not null,
    what       text        not null,
    origin     text        not null, -- a shortened network address, or the name of a part of the service
    version    text        not null  -- of the page or mail that was shown
);

create index evidence_of_subscriber on evidence (subscriber, at);

-- Those who may be mailed at this moment. The one thing other packages may name in SQL.
create view reader as
select id, address, domain, locale, format, sections, confirmed_at, signed_up_at
  from subscriber
 where state = 'CONFIRMED'
   and suppressed is null
   and (break_until is null or break_until <= now());
