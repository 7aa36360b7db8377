import { page } from './frame.js';
import { html } from './html.js';
import { textsFor } from './visit.js';
import type { Visit } from './visit.js';

/**
 * The page where money is received, with the tag in plain HTML. What the link allows, and what has become of it, is the
 * checkout's to say.
 *
 * @param attributes what the shop's server knows of the payout's session
 */
export function receivePage(visit: Visit, attributes: Readonly<Record<string, string>>): string {
  const given = Object.entries(attributes).map(([name, value]) => html` ${name}="${value}"`);
  return page(
    visit,
    textsFor(visit).receive,
    html`<main class="narrow">
      <h1>${textsFor(visit).receive}</h1>
      <reji-checkout lang="${visit.language}" region="${visit.region}" ${given}></reji-checkout>
    </main>`,
  );
}
