/** Nothing ever comes from Microsoft's own app here: the page only says that it waits. */
document.getElementById('iNext')?.addEventListener('click', () => {
  document.getElementById('iWaiting')?.removeAttribute('hidden');
});
