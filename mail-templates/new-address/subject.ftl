${msg("mail.new-address.subject", publication.name)}
