${msg("mail.leave.heading")?upper_case}

${msg("mail.leave.asked", asked)}

${msg("mail.leave.button")}:
${unsubscribe}

${msg("mail.leave.change", msg("mail.already.settings"))} ${msg("mail.leave.else")}

${msg("mail.already.settings")}:
${settings}



<#include "/letter/foot.ftl">
