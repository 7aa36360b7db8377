import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A sentence of the texts, what stands between asterisks in it set strong. */
export function emphasized(text: string): TemplateResult[] {
  return text.split('*').map((part, at) => (at % 2 ? html`<strong>${part}</strong>` : html`${part}`));
}
