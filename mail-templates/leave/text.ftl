${msg("mail.leave.heading")?upper_case}

${msg("mail.leave.asked", asked)}

${msg("mail.leave.button")}:
${settings}

${msg("mail.leave.else")}



<#include "/letter/foot.ftl">
