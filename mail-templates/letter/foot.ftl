${publication.name}${msg("mail.comma")} ${publication.postalAddress}.
${msg("mail.letter.privacy")}:
${privacy}
