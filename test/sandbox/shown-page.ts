import { expect } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';
import { pageStyle } from '../../src/sandbox/page-style.js';

const axeUrl = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url).href;

type AxeWindow = Window & { axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } };

function loaded(element: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error('not loaded')), { once: true });
  });
}

/** Shows a page in a frame as wide as a small phone, with its style put where its links are; it stays where it is. */
async function show(answer: Response): Promise<{ document: Document; window: AxeWindow }> {
  const style = `<style>${pageStyle} :root { color-scheme: light; } :root[data-dark] { color-scheme: dark; }</style>`;
  const frame = document.createElement('iframe');
  frame.width = '360';
  frame.height = '640';
  frame.srcdoc = (await answer.text())
    .replace(/<link rel="stylesheet"[^>]*>/, style)
    .replace(/<link rel="icon"[^>]*>|<meta http-equiv="refresh"[^>]*>/g, '');
  const shown = loaded(frame);
  document.body.append(frame);
  await shown;
  const inner = frame.contentDocument ?? expect.fail('no document');
  const script = inner.createElement('script');
  script.src = axeUrl;
  const ready = loaded(script);
  inner.head.append(script);
  await ready;
  return { document: inner, window: frame.contentWindow as unknown as AxeWindow };
}

/** A sandbox's page passes axe in both schemes, fits 360 px and has room for fingers. */
export async function expectGoodLooks(answer: Response): Promise<void> {
  const { document: page, window } = await show(answer);
  const problems = async (options: RunOptions) => {
    const { violations } = await window.axe.run(page, { ...options, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  };
  expect(await problems({})).to.deep.equal([]);
  page.documentElement.dataset['dark'] = '';
  expect(await problems({ runOnly: ['color-contrast'] })).to.deep.equal([]);
  expect(page.documentElement.scrollWidth).to.be.at.most(360);
  const controls = page.querySelectorAll('button, .button, select, input:not([type=hidden], [type=checkbox])');
  for (const control of controls) {
    expect(control.getBoundingClientRect().height, control.textContent).to.be.at.least(44);
  }
}

/** Takes the frames away that the last test left. */
export function clearFrames(): void {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}
