// Tells in its place what became of a sign-up. What it cannot tell, the form's own page does.
for (const f of document.querySelectorAll('form[data-digest]')) {
 const {email, website, source} = f.elements, d = f.dataset, make = n => document.createElement(n), p = make('p')
 let kept
 p.setAttribute('role', 'status')
 p.tabIndex = -1
 f.append(p)
 f.noValidate = true
 const say = (text, bad) => {
  p.textContent = text
  email.setAttribute('aria-invalid', !!bad);
  (bad ? email : p).focus()
 }
 f.onsubmit = async e => {
  if (website.value) return
  e.preventDefault()
  const typed = email.value
  if (!typed) return say(d.empty, 1)
  try {
   const a = await fetch(new URL('/api/v1/subscriptions', f.action), {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({email: typed, source: source.value, locale: f.lang, askAbout: typed == kept ? '' : 'slips'})
   })
   if (a.ok) {
    for (const c of f.children) c.hidden = c != p
    return say(d.sent)
   }
   const s = (await a.json()).suggestion, text = {400: d.wrong, 409: d.closed, 429: d.many}[a.status]
   if (s) {
    kept = typed
    say('')
    for (const [words, address] of [[d.meant.replace('@@', s), s], [d.keep, typed]]) {
     const b = make('button')
     b.textContent = words
     b.onclick = () => { email.value = kept = address }
     p.append(b, ' ')
    }
   } else text ? say(text, a.status == 400) : f.submit()
  } catch { f.submit() }
 }
}
