${msg("mail.link." + errand + ".subject", publication.name)}
