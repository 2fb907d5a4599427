create table picture (
    hash       text        primary key, -- SHA-256 of the bytes, in hex
    media_type text        not null,
    width      int         not null,
    height     int         not null,
    bytes      bytea       not null,
    first_seen timestamptz not null
);

create table story (
    id              bigint      generated always as identity primary key,
    url             text        not null unique, -- canonical: the key of a story
    section         text,
    headline        text        not null,
    tldr            text,
    tldr_proposed   text,
    msm_perspective text,
    x_perspective   text,
    body_html       text,
    byline          text,
    place           text,
    lang            text,
    published_at    timestamptz,
    image_url       text,
    image_alt       text,
    picture         text        references picture (hash),
    news_sources    jsonb       not null default '[]',
    x_posts         jsonb       not null default '[]',
    source          text        not null, -- 'api', or the file or feed it came from
    first_seen      timestamptz not null,
    changed_at      timestamptz not null,
    withdrawn_at    timestamptz
);

-- The moment by which a story falls into a week: when it was published or, undated, when we first saw it.
create index story_moment on story (coalesce(published_at, first_seen));
