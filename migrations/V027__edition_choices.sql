-- What editors chose of an edition, apart from what is computed, so that filling it anew keeps it. Null is: by rule.
alter table edition
    add column chosen_subject   text,
    add column chosen_preheader text,
    add column edited_at        timestamptz, -- when somebody last changed it by hand
    add column edited_by        text;

create table edition_choice (
    edition  int     not null references edition (number),
    story    bigint  not null,
    position int,     -- from 1
    long     boolean, -- told with its body
    included boolean, -- true: put in by hand; false: left out
    headline text,    -- of the edition's copy
    primary key (edition, story)
);

create index edition_choice_story on edition_choice (story);

-- A week may bring more stories than a smallint counts.
alter table edition_story alter column position type int;
