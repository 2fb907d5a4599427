${msg("mail.goodbye.heading")?upper_case}

${msg("mail.goodbye.done", asked)}

${msg("mail.goodbye.back", msg("mail.goodbye.again"))}
${at("/subscribe")}



<#include "/letter/foot.ftl">
