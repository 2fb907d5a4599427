// An edition under way: its part of the page is asked for again and again, and changed where it differs, so that focus, scrolling and
// whatever is open stay. Without this script the page has a link that does the same once.
(() => {
  const EVERY = 2000;
  const PATIENCE = 10000;
  const live = document.getElementById('live');
  const hold = document.getElementById('hold');
  let held = false;

  function become(now, next) {
    if (now.nodeType !== next.nodeType || now.nodeName !== next.nodeName || now.id !== next.id) {
      now.replaceWith(next.cloneNode(true));
    } else if (now.nodeType === Node.ELEMENT_NODE) {
      becomeAlike(now, next);
    } else if (now.data !== next.data) {
      now.data = next.data;
    }
  }

  function becomeAlike(now, next) {
    for (const {name} of [...now.attributes]) {
      if (!next.hasAttribute(name) && !(now.nodeName === 'DETAILS' && name === 'open')) now.removeAttribute(name);
    }
    for (const {name, value} of next.attributes) {
      if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    }
    const old = [...now.childNodes];
    const fresh = [...next.childNodes];
    fresh.forEach((child, i) => (i < old.length ? become(old[i], child) : now.append(child.cloneNode(true))));
    old.slice(fresh.length).forEach(child => child.remove());
  }

  function say(id) {
    for (const words of ['lost', 'signed-out']) document.getElementById(words).hidden = words !== id;
    live.classList.toggle('stale', id !== null);
  }

  // False where asking again is of no use.
  async function ask() {
    const answer = await fetch(live.dataset.poll, {
      headers: {'X-Requested-With': 'fetch'}, cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 401) {
      say('signed-out');
      return false;
    }
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!held) become(live, page.getElementById('live'));
    say(null);
    return 'poll' in live.dataset;
  }

  async function watch() {
    let goesOn = true;
    try {
      if (!held) goesOn = await ask();
    } catch {
      say('lost');
    }
    if (goesOn) setTimeout(watch, EVERY);
    else hold.hidden = true;
  }

  if (live && hold && 'poll' in live.dataset) {
    hold.hidden = false;
    hold.addEventListener('click', () => {
      held = !held;
      [hold.textContent, hold.dataset.other] = [hold.dataset.other, hold.textContent];
    });
    setTimeout(watch, EVERY);
  }
})();
