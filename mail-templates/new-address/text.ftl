${msg("mail.new-address.heading")?upper_case}

${msg("mail.new-address.asked", asked, oldAddress, newAddress)}

${msg("mail.new-address.button")}:
${link}

${msg("mail.confirmation.valid")} ${msg("mail.new-address.until")}

${msg("mail.confirmation.else", msg("mail.confirmation.not-me"))}

${msg("mail.confirmation.not-me")}:
${notMe}



<#include "/letter/foot.ftl">
