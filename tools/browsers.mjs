// Finds the browsers of this machine. Everything that starts a browser asks here, so no path is written down elsewhere.
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

/** Engines the browser tests know, in the order they are reported. */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** Is there a file at this path that this user may execute? */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** First executable among the paths, or undefined. */
function firstOf(paths) {
  return paths.find((path) => path && isExecutable(path));
}

/** Looks for the commands on PATH; on Windows with the .exe ending. */
export function onPath(...names) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const ending = platform === 'win32' ? '.exe' : '';
  return firstOf(names.flatMap((name) => folders.map((folder) => join(folder, name + ending))));
}

/** Places where installers put programs on Windows. */
function windowsPlaces(...tail) {
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .map((base) => join(base, ...tail));
}

/** Path of Chromium or Chrome (CHROME_PATH wins), or undefined. */
export function findChromium() {
  if (env.CHROME_PATH) return firstOf([env.CHROME_PATH]);
  const places = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      ...windowsPlaces('Google', 'Chrome', 'Application', 'chrome.exe'),
      ...windowsPlaces('Chromium', 'Application', 'chrome.exe'),
      ...windowsPlaces('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ],
    linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium'],
  };
  // The shell without a window does the same with a third less work.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  return onPath(...names) ?? firstOf(places[platform] ?? []);
}

/** Path of Firefox (FIREFOX_PATH wins), or undefined. */
export function findFirefox() {
  if (env.FIREFOX_PATH) return firstOf([env.FIREFOX_PATH]);
  const places = {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: windowsPlaces('Mozilla Firefox', 'firefox.exe'),
    linux: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/snap/bin/firefox'],
  };
  return onPath('firefox-esr', 'firefox') ?? firstOf(places[platform] ?? []);
}

/** MiniBrowser lies below the multiarch library folder, whose name depends on the machine. */
function findMiniBrowser() {
  const roots = ['/usr/lib', '/usr/lib64', '/usr/libexec'];
  const folders = roots.flatMap((root) => {
    try {
      return [
        root,
        ...readdirSync(root, { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? [join(root, d.name)] : [])),
      ];
    } catch {
      return [];
    }
  });
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  return firstOf(versions.flatMap((version) => folders.map((folder) => join(folder, version, 'MiniBrowser'))));
}

/** The three programs a WebKitGTK run needs: `{ driver, browser, xvfb }`; undefined unless all are there. */
export function findWebKit() {
  if (platform !== 'linux') return undefined;
  const driver = onPath('WebKitWebDriver') ?? firstOf(['/usr/libexec/webkit2gtk-4.1/WebKitWebDriver']);
  const browser = driver && findMiniBrowser();
  const xvfb = onPath('Xvfb');
  return driver && browser && xvfb ? { driver, browser, xvfb } : undefined;
}

/** PostgreSQL's folder of programs (the one with initdb), or undefined. Not a browser, but looked for the same way. */
export function findPostgres() {
  if (onPath('initdb') && onPath('postgres')) return join(onPath('initdb'), '..');
  const root = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(root, version, 'bin')).find((bin) => isExecutable(join(bin, 'initdb')));
  } catch {
    return undefined;
  }
}

/** All engines at once: `{ chromium, firefox, webkit }`, undefined where missing. */
export function findBrowsers() {
  return { chromium: findChromium(), firefox: findFirefox(), webkit: findWebKit() };
}

/** Flags for a Chromium that is driven by tests: no sandbox (root in CI), no calls home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
