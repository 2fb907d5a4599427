${msg("mail.address-changed.subject", publication.name)}
