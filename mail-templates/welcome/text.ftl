${msg("mail.welcome.heading")?upper_case}

${msg("mail.welcome.confirmed", asked)}

${msg("mail.welcome.past", msg("mail.welcome.past.link"))}
${at("/editions")}

${msg("mail.welcome.change", msg("mail.footer.settings"))}
${settings}

${msg("mail.welcome.leave", msg("mail.footer.unsubscribe"))}
${unsubscribe}



<#include "/letter/foot.ftl">
