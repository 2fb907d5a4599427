-- What an edition said in each revision that some readers got, before it was mended.
create table edition_revision (
    edition      int      not null references edition (number),
    revision     smallint not null,
    content_hash text     not null,
    content      jsonb    not null,
    primary key (edition, revision)
);

alter table edition
    add column mending       boolean not null default false, -- its present revision was sent to nobody yet
    add column corrections   jsonb   not null default '[]',  -- what its web page says was wrong, and when that was said
    add column withdrawn_at  timestamptz,
    add column withdrawn_why text;

-- How the deliveries of each revision ended. It stays when the ledger's rows are dropped.
create table delivery_revision (
    edition  int      not null,
    revision smallint not null,
    state    smallint not null, -- as in delivery
    number   bigint   not null,
    primary key (edition, revision, state)
);
