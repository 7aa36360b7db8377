// Starts what a WebKitGTK run needs, on a free display and a free port, and stops only that.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { findWebKit } from './browsers.mjs';
import { freePort } from './free-port.mjs';

/** Xvfb writes the number of the display it took to descriptor 3. */
function startDisplay(xvfb) {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ready = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb stopped at once (exit code ${code})`)));
    let text = '';
    child.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(`:${text.trim()}`);
    });
  });
  return { child, ready };
}

/** Waits until the driver says it takes sessions. */
async function waitForDriver(port) {
  for (let tries = 0; tries < 200; tries++) {
    const up = await fetch(`http://127.0.0.1:${port}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await pause(50);
  }
  throw new Error('WebKitWebDriver did not answer within 10 s');
}

/**
 * Starts Xvfb and WebKitWebDriver. Both end with this process.
 * Answers `{ port, browser, stop }`: the driver's port, the path of MiniBrowser, and a function that ends both early.
 */
export async function startWebKit() {
  const found = findWebKit();
  if (!found) throw new Error('WebKitGTK is not installed (needs WebKitWebDriver, MiniBrowser and Xvfb)');
  const display = startDisplay(found.xvfb);
  const children = [display.child];
  const stop = () => children.forEach((child) => child.kill());
  process.once('exit', stop);
  const port = await freePort();
  const env = { ...process.env, DISPLAY: await display.ready };
  const driver = spawn(found.driver, [`--port=${port}`], { stdio: 'ignore', env });
  children.push(driver);
  await waitForDriver(port);
  for (const child of children) child.unref();
  display.child.stdio[3].destroy();
  return { port, browser: found.browser, stop };
}
