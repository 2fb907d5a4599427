-- What other sites answered when a link of a story was followed. Forgotten after a day.
create table link_answer (
    url      text        primary key,
    outcome  text        not null,
    status   integer     not null,                  -- 0 where none came
    asked_at timestamptz not null
);
