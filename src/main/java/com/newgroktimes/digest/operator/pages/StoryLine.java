package com.newgroktimes.digest.operator.pages;

import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.stories.StoryHead;

/** A story as one line of a list, and where it stands. Templates read it. */
public record StoryLine(StoryHead story, Placement placement) {}
