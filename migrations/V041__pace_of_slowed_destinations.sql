-- How fast a destination was served that has asked for less, so that a pause or a restart goes on from there.
alter table destination_brake
    add column interval_ms int check (interval_ms > 0); -- between two messages; null where it has no tempo of its own
