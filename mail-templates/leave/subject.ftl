${msg("mail.leave.subject", publication.name)}
