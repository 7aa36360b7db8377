// Loads the page anew when the list has changed; nothing is asked while the tab is hidden.
const LOOK_EVERY_MS = 2000;

const ask = () => fetch('/provider/stamp').then((answer) => answer.text());

const first = await ask();
setInterval(async () => {
  if (document.hidden) return;
  const now = await ask().catch(() => first);
  if (now !== first) location.reload();
}, LOOK_EVERY_MS);
