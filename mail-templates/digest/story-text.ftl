<#macro story story count>



${msg("mail.digest.story", story.position, count)?upper_case}
${story.headline}
<#if story.section??>
${story.section}
</#if>
<#if story.tldr??>

${msg("mail.digest.tldr")} ${story.tldr}
</#if>
<#if story.msm??>

${msg("mail.digest.msm")?upper_case}
<#if story.msm.explained>
(${msg("mail.digest.msm.hint")})
</#if>
${story.msm.text}
</#if>
<#if story.x??>

${msg("mail.digest.x")?upper_case}
<#if story.x.explained>
(${msg("mail.digest.x.hint")})
</#if>
${story.x.text}
</#if>
<#list story.paragraphs as paragraph>

${paragraph.text}
</#list>
<#if story.byline??>

-- ${story.byline}
</#if>

${msg("mail.digest.full.label")}
${story.url}
<@sources story.newsSources "mail.digest.sources" "mail.digest.more-sources.text" />
<@sources story.xPosts "mail.digest.posts" "mail.digest.more-posts.text" />
</#macro>

<#macro sources list label more>
<#if list.shown?has_content>

${msg(label)}
<#list list.shown as source>
[${source.n}] ${source.name}: ${source.url}
</#list>
<#if list.more gt 0>
${msg(more, list.more)}
</#if>
</#if>
</#macro>
