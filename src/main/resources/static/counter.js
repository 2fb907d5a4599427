// How long a line has become, while it is typed. Without this script it is said when the page comes.
for (const field of document.querySelectorAll('[data-counted]')) {
  const length = document.getElementById(field.dataset.counted);
  field.addEventListener('input', () => { length.value = [...field.value].length; });
}
