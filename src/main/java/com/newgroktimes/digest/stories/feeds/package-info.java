/** Takes feeds apart: RSS, RDF, Atom, JSON Feed. One wire form ({@link com.newgroktimes.digest.stories.feeds.FeedEntry}), one adapter a format. */
@NullMarked
package com.newgroktimes.digest.stories.feeds;

import org.jspecify.annotations.NullMarked;
