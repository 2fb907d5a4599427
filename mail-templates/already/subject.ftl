${msg("mail.already.subject", publication.name)}
