${publication.name}, ${publication.postalAddress}.
${msg("mail.letter.privacy")}:
${privacy}
