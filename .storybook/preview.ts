/// <reference types="vite/client" />
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Language } from '../src/i18n/languages.js';

// a glob, so that types can be checked before the manifest has been generated
const manifests = import.meta.glob<unknown>('../dist/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Sets what a shop's page sets: language, colour scheme, width and the one colour. */
const shopPage: Decorator = (story, { globals, viewMode }) => {
  const { locale, theme, width, accent } = globals as Record<string, string>;
  document.documentElement.lang = locale ?? 'en';
  sheet.replaceSync(`
    :root {
      color-scheme: ${theme === 'light' || theme === 'dark' ? theme : 'light dark'};
      ${accent ? `--reji-color-accent: ${accent};` : ''}
    }
    html, body, .docs-story { background: light-dark(#ffffff, #131311); color: light-dark(#1c1b19, #efede8); }
    body { font-family: system-ui, 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans Thai', sans-serif; }
    #storybook-root { max-inline-size: ${width === 'full' ? 'none' : `${width ?? 360}px`}; ${viewMode === 'docs' ? '' : 'margin-inline: auto;'} }
  `);
  return story();
};

const items = (values: Record<string, string>) => Object.entries(values).map(([value, title]) => ({ value, title }));

/** Languages by the names they have for themselves. */
const NAMES = {
  en: 'English',
  ja: '日本語',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ko: '한국어',
  th: 'ไทย',
  ms: 'Bahasa Melayu',
  id: 'Bahasa Indonesia',
  fil: 'Filipino',
  vi: 'Tiếng Việt',
  ru: 'Русский',
} satisfies Record<Language, string>;

export default {
  tags: ['autodocs'],
  decorators: [shopPage],
  initialGlobals: { locale: 'en', theme: 'auto', width: '360', accent: '' },
  globalTypes: {
    locale: {
      description: 'Language of the page',
      toolbar: { icon: 'globe', dynamicTitle: true, items: items(NAMES) },
    },
    theme: {
      description: 'Colour scheme',
      toolbar: { icon: 'contrast', dynamicTitle: true, items: items({ auto: 'System', light: 'Light', dark: 'Dark' }) },
    },
    width: {
      description: 'Width of the place the shop gives',
      toolbar: {
        icon: 'grow',
        dynamicTitle: true,
        items: items({ 320: '320 px', 360: '360 px', 640: '640 px', full: 'Full' }),
      },
    },
    accent: {
      description: "The shop's colour",
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: items({
          '': 'Default accent',
          '#c8102e': 'Red',
          '#f5c400': 'Yellow',
          '#0b7a53': 'Green',
          '#111111': 'Black',
        }),
      },
    },
  },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error', options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } },
    controls: { expanded: true },
  },
} satisfies Preview;
