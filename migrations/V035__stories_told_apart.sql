-- Two stories that look like one told twice, and are not: somebody said so, and is not asked again.
create table story_told_apart (
    story   bigint      not null references story (id) on delete cascade,
    other   bigint      not null references story (id) on delete cascade,
    by_whom text        not null,
    at      timestamptz not null,
    primary key (story, other),
    check (story < other)
);

create index story_told_apart_other on story_told_apart (other);
