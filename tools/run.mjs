// Runs other programs: quietly (output kept, shown by the caller on failure) or streaming.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository, without a slash at the end. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** How long a program that is ended has to close what it opened: browsers leave their profiles behind otherwise. */
const GRACE_MS = 5000;

/** Groups of processes that are running now, so that a break ends all of them. */
const running = new Set();

/** Ends a child and whatever it started. */
function end(child, signal = 'SIGTERM') {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // it has ended already
  }
}

/** Leaves a child, and what it starts, only the time that nobody else wants. */
function standBack(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
    // Linux first shares out among sessions, and each child has one of its own.
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // not on Linux, or it has ended already
  }
}

/** While something runs, a break ends it too: children have groups of their own, which the terminal doesn't signal. */
function onBreak(signal) {
  for (const child of running) end(child);
  process.exit(signal === 'SIGINT' ? 130 : 143);
}
function listenForBreak() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.off(signal, onBreak);
    if (running.size) process.on(signal, onBreak);
  }
}

/** Path of the script behind a command of an installed package, so that no shell and no .cmd file is needed. */
export function bin(packageName, command = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin: scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof scripts === 'string' ? scripts : scripts[command]);
}

/**
 * Runs a program from the repository's folder.
 * Answers `{ ok, code, output, seconds }`; never throws. With `stream` the output is also shown as it comes; with `idle`
 * it takes no time from what is at work beside it.
 * After `timeoutMs` the program and all it started are ended and the run counts as failed.
 */
export function run(file, args, { stream = false, idle = false, env = {}, timeoutMs = 300_000 } = {}) {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    if (idle && child.pid) standBack(child.pid);
    running.add(child);
    listenForBreak();
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (stream) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    let killer;
    const timer = setTimeout(() => {
      take(`\nstopped: still running after ${timeoutMs / 1000} s\n`);
      end(child);
      killer = setTimeout(() => end(child, 'SIGKILL'), GRACE_MS);
    }, timeoutMs);
    const finish = (code) => {
      clearTimeout(timer);
      clearTimeout(killer);
      running.delete(child);
      listenForBreak();
      resolve({ ok: code === 0, code, output, seconds: (performance.now() - startedMs) / 1000 });
    };
    child.once('error', (error) => {
      take(`${error.message}\n`);
      finish(1);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** Runs a Node script (see `run`). */
export const node = (args, options) => run(process.execPath, args, options);
