// Whoever comes back to a page that stayed open is told where it shows what is not so any more.
(() => {
  const outdated = document.getElementById('outdated');
  async function ask() {
    const answer = await fetch(outdated.dataset.ask, {cache: 'no-store', redirect: 'error'});
    if (answer.ok) outdated.hidden = (await answer.text()) === outdated.dataset.hash;
  }
  window.addEventListener('focus', () => ask().catch(() => {}));
})();
