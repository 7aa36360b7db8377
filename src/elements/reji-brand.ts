import { css, html, isServer } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brandRow } from '../catalog/brands.js';
import type { BrandRow } from '../catalog/brands.js';
import { base } from '../theme/base.js';
import { signs } from './signs.js';
import { RejiElement } from './reji-element.js';

/**
 * The mark of a brand: a tile in one of the Edo greys with our own letters or sign, never the brand's own drawing.
 * It decorates a name that stands beside it, so screen readers are not told of it.
 *
 * @summary A brand's mark.
 * @tagname reji-brand
 * @slot - Replaces the tile, for instance with the official mark as an image.
 * @csspart base - The tile.
 */
export class RejiBrand extends RejiElement {
  static override readonly tag = 'reji-brand';
  static override readonly styles = [
    ...base,
    css`
      :host {
        --_side: 40px;
        --_corner: var(--_radius-mark);
        display: inline-block;
        vertical-align: middle;
        inline-size: var(--_side);
        block-size: var(--_side);
      }
      :host([size='s']) {
        --_side: 28px;
        --_corner: calc(var(--_radius-mark) - 2px);
      }
      :host([size='l']) {
        --_side: 48px;
        --_corner: calc(var(--_radius-mark) + 2px);
      }
      .mark {
        --h: 100;
        display: grid;
        place-items: center;
        block-size: 100%;
        overflow: clip;
        border-radius: var(--_corner);
        font-size: 14px;
        font-weight: 700;
        line-height: 1;
        letter-spacing: -0.01em;
        font-feature-settings: 'palt';
        white-space: nowrap;
        user-select: none;
        background: light-dark(oklch(0.918 0.011 var(--h)), oklch(0.315 0.014 var(--h)));
        color: light-dark(oklch(0.3 0.03 var(--h)), oklch(0.92 0.02 var(--h)));
      }
      .icon {
        inline-size: 20px;
        block-size: 20px;
      }
      :host([size='s']) .mark {
        font-size: 13px;
        letter-spacing: -0.03em;
      }
      :host([size='s']) .icon {
        inline-size: 17px;
        block-size: 17px;
      }
      :host([size='l']) .mark {
        font-size: 16px;
      }
      .rikyu {
        --h: 140;
      }
      .ai {
        --h: 245;
      }
      .sakura {
        --h: 15;
      }
      .hatoba {
        --h: 305;
      }
      .cha {
        --h: 70;
      }
      .gin {
        background: light-dark(#e9e8e5, #34332f);
        color: var(--_text);
      }
      .mark.own {
        background: none;
      }
      :host(:lang(ja)) .roman,
      :host(:not(:lang(ja))) .ja {
        display: none;
      }
      ::slotted(*) {
        display: block;
        max-inline-size: 100%;
        max-block-size: 100%;
        object-fit: contain;
      }
      @media (forced-colors: active) {
        .mark {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  /** Name of a row of the catalogue, as in the contract's Method. */
  @property() brand = '';
  /** Name to take letters from when the catalogue has no such row. */
  @property() label = '';
  /** 28, 40 or 48 px. */
  @property({ reflect: true, useDefault: true }) size: 's' | 'm' | 'l' = 'm';

  override render(): TemplateResult {
    const { hue, mark, ja } = brandRow(this.brand, this.label || this.brand);
    // Fallback content of a slot would be hidden by mere white space between the tags, or by a slot with nothing in it.
    // A server has no children to look at.
    const own =
      !isServer &&
      [...this.children].some(
        (child) => !(child instanceof HTMLSlotElement) || child.assignedElements({ flatten: true }).length > 0,
      );
    return html`<span part="base" class="mark ${own ? 'own' : hue}" aria-hidden="true"
      ><slot @slotchange=${() => this.requestUpdate()}></slot>${own ? '' : drawing(mark, ja?.letters)}</span
    >`;
  }
}

function drawing(mark: BrandRow['mark'], ja?: string): TemplateResult | string {
  if ('sign' in mark) return html`<svg class="icon" viewBox="0 0 24 24">${signs[mark.sign]}</svg>`;
  return ja ? html`<span class="ja">${ja}</span><span class="roman">${mark.letters}</span>` : mark.letters;
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-brand': RejiBrand;
  }
}
