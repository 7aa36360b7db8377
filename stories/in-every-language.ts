import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';

/** A story that shows the same thing once in each language, one below the other. */
export function inEveryLanguage<A extends { lang: Language }>(meta: Meta<A>, args: Partial<A> = {}): StoryObj<A> {
  return {
    args,
    globals: { width: '320' },
    render: (given, context) => html`${LANGUAGES.map((lang) => meta.render?.({ ...given, lang }, context))}`,
  };
}
