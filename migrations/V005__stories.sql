create table picture (
    hash       text        primary key, -- SHA-256 of the bytes, in hex
    media_type text        not null,
    width      int         not null,
    height     int         not null,
    bytes      bytea       not null,
    original   text        not null unique, -- SHA-256 of what it was made from, in hex: nothing is made twice
    first_seen timestamptz not null
);

create table story (
    id            bigint      generated always as identity primary key,
    url           text        not null unique, -- canonical: the key of a story
    content       jsonb       not null,        -- all of it, in the shape of the API
    published_at  timestamptz,
    picture       text        references picture (hash),
    tldr_proposed text,
    source        text        not null,        -- 'api', or the file or feed it came from
    told          text,                        -- SHA-256 of what a source last told: told again, it undoes no change made by hand
    first_seen    timestamptz not null,
    changed_at    timestamptz not null,
    withdrawn_at  timestamptz
);

-- The moment by which a story falls into a week: when it was published or, undated, when we first saw it.
create index story_moment on story (coalesce(published_at, first_seen));

-- What each source answered when it was last asked.
create table story_source (
    name      text        primary key,
    asked_at  timestamptz not null,
    added     int         not null,
    changed   int         not null,
    unchanged int         not null,
    problems  jsonb       not null
);
