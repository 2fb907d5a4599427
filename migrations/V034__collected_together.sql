-- Stories that a source told anew and that open editions have yet to take: those take them together when all sources have been asked,
-- or a minute later where that was cut short.
create table edition_unsettled (
    story bigint not null
);

-- Which source's telling it is. Another one that tells the same story fills only what this one leaves empty.
alter table story
    add column teller text;

update story
   set teller = source
 where telling is not null
   and source <> 'api';
