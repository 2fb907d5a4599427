/** Takes a Markdown document apart: YAML front matter, headline, text as HTML. */
@NullMarked
package com.newgroktimes.digest.stories.markdown;

import org.jspecify.annotations.NullMarked;
