${msg("mail.link." + errand + ".heading")?upper_case}

${msg("mail.link." + errand + ".asked", asked)}

${msg("mail.link." + errand + ".button")}:
${link}

${msg("mail.link." + errand + ".valid")} ${msg("mail.link.keep")}

${msg("mail.link.else")}



<#include "/letter/foot.ftl">
