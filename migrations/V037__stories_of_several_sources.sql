-- What sources told of a story besides the one that has the say, the earliest first: a field that is kept as one of them told it was
-- not set by hand, and gives way when the one that has the say tells it.
alter table story
    add column other_tellings jsonb;

-- Whether the last document of the source that has the say had the story no more. It never corrects it then: the next one to do so has
-- the say.
alter table story
    add column left_off boolean not null default false;

update story
   set left_off = true
  from story_feed
 where story_feed.url = story.teller
   and story_feed.retired_at is not null;

create index story_listed on story (teller) where not left_off;
