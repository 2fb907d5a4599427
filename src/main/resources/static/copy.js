// Beside each text that is there to be copied: a button that does it.
for (const text of document.querySelectorAll('[data-copy]')) {
  const button = document.createElement('button');
  const told = document.createElement('span');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = text.dataset.copy;
  told.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand('copy');
    }
    told.textContent = text.dataset.copied;
  });
  text.after(button, ' ', told);
}
