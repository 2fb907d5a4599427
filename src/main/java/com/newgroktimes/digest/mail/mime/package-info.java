/** How text becomes the characters of a mail: quoted-printable lines, encoded words, folded headers. */
@NullMarked
package com.newgroktimes.digest.mail.mime;

import org.jspecify.annotations.NullMarked;
