${msg("mail.confirmation.heading")?upper_case}

${msg("mail.added.asked", asked)}

${msg("mail.confirmation.button")}:
${confirm}

${msg("mail.confirmation.valid")} ${msg("mail.confirmation.else", msg("mail.confirmation.not-me"))}

${msg("mail.confirmation.not-me")}:
${notMe}



<#include "/letter/foot.ftl">
