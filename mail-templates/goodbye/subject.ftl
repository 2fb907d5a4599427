${msg("mail.goodbye.subject", publication.name)}
