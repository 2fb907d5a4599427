<#import "story-text.ftl" as parts>
${publication.name?upper_case}
${publication.tagline}

${msg("mail.digest.edition", edition.number)}${msg("mail.comma")} ${edition.date}
${msg("mail.digest.size", edition.stories?size, edition.minutes)}
${msg("mail.digest.browser")}: ${edition.webUrl}

<#if edition.note?has_content>
${msg("mail.digest.note")?upper_case}
<#list edition.note as paragraph>
${paragraph}

</#list>
</#if>
${msg("mail.digest.contents")?upper_case}
<#list edition.stories as story>
${story.position}. ${story.headline}<#if story.section??> (${story.section})</#if>
</#list>
<#list edition.stories as story>
<@parts.story story edition.stories?size />
</#list>
<#if edition.more?has_content>



${msg("mail.digest.more")?upper_case}
<#list edition.more as story>

${story.headline}
${story.url}
</#list>
</#if>



${msg("mail.footer.why", "\n" + slots.address + "\n", slots.signedUp)}

${msg("mail.footer.unsubscribe")}:
${slots.unsubscribe}

${msg("mail.footer.settings")}:
${slots.settings}

${msg("mail.footer.past")}:
${at("/editions")}

${publication.name}${msg("mail.comma")} ${publication.postalAddress}.
${msg("mail.footer.reply")}
${msg("mail.footer.forwarded")} ${msg("mail.footer.own")}:
${at("/subscribe")}
