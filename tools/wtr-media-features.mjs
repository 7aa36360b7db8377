/**
 * Emulates any CSS media feature (forced-colors, prefers-contrast, …) through the DevTools protocol; Chromium only.
 * In a test: `await executeServerCommand('media-features', { 'forced-colors': 'active' })`, false where it can't.
 */
export function mediaFeaturesPlugin() {
  // What one DevTools session has set, another one can't take back; and pages are used again for other files.
  const connections = new WeakMap();
  const connect = async (page) => {
    if (!connections.has(page)) connections.set(page, await page.createCDPSession());
    return connections.get(page);
  };
  return {
    name: 'media-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media-features') return undefined;
      if (session.browser.type !== 'puppeteer' || session.browser.name === 'Firefox') return false;
      const cdp = await connect(session.browser.getPage(session.id));
      const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
      await cdp.send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
