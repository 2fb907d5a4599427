-- Pages that were asked for what a feed does not tell of its story: each once.
create table story_page (
    story    bigint      primary key references story (id) on delete cascade,
    asked_at timestamptz not null,
    fault    text        -- why nothing was had of it, a sentence
);

-- What looks wrong with a feed though it answers, a sentence.
alter table story_feed
    add column hint text;
