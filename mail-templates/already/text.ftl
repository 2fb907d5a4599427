${msg("mail.already.heading")?upper_case}

${msg("mail.already.asked", asked)}

${msg("mail.already.change", msg("mail.already.settings"))}

${msg("mail.already.settings")}:
${settings}

${msg("mail.already.else")}



<#include "/letter/foot.ftl">
