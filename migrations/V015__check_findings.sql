-- What a rule found, so that it can be said in the language of whoever looks; rows from before have their sentence alone.
alter table edition_check
    add column what text,  -- key of the sentence, below the rule's own
    add column args jsonb; -- what the sentence names
