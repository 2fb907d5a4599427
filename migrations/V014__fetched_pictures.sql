-- What other sites answered when they were asked for the picture of a story.
create table picture_fetch (
    url      text        primary key,
    picture  text        references picture (hash),
    fault    text,                                  -- why there is none
    asked_at timestamptz not null,
    check ((picture is null) <> (fault is null))
);
