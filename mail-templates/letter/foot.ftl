${publication.name}<#if publication.postalAddress?has_content>${msg("mail.comma")} ${publication.postalAddress}</#if>.
${msg("mail.letter.privacy")}:
${privacy}
