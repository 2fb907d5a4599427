${msg("mail.address-changed.heading")?upper_case}

${msg("mail.address-changed.done", asked, newAddress)}

${msg("mail.address-changed.else")}



<#include "/letter/foot.ftl">
