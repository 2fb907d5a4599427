${msg("mail.confirmation.subject", publication.name)}
