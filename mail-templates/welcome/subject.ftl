${msg("mail.welcome.subject", publication.name)}
