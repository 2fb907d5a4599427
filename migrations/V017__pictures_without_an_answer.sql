-- A site that gave no answer says nothing of the picture.
alter table picture_fetch
    add column answered boolean not null default true;
