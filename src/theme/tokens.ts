import { css } from 'lit';

/**
 * Every public token is read once, here, into a private name. A shop needs to set only `--reji-color-accent`.
 *
 * - `--_on-accent`: black or white by the accent's luminance `y`; at 0.179 both reach 4.58 : 1, so no accent falls
 *   below WCAG AA. OKLCH lightness is not used: it lets mid greens and purples fall to 3 : 1.
 * - `--_off-accent`: its opposite; hover moves the fill away from its words.
 * - `--_accent-ink`: the accent as a line or word, pulled until it shows on the surface.
 * - `--_edge`: a line around a fill that the page would swallow, near white on white or near black on black.
 *
 * Browsers without relative colours keep the plain values of the first block.
 */
export const tokens = css`
  :host {
    --_font: var(--reji-font-family, inherit);
    --_font-number: var(--reji-font-family-number, inherit);
    --_size: var(--reji-font-size, max(16px, 1rem));
    --_strong: var(--reji-font-weight-strong, 600);
    --_t1: calc(var(--_size) * 0.8125);
    --_t2: calc(var(--_size) * 0.9375);
    --_t3: var(--_size);
    --_t4: calc(var(--_size) * 1.3125);
    --_text: var(--reji-color-text, light-dark(#1c1b19, #efede8));
    --_muted: var(--reji-color-text-muted, light-dark(#5f5c56, #b0aca4));
    --_line: var(--reji-color-line, light-dark(#dfdcd6, #393733));
    --_line-strong: var(--reji-color-line-strong, light-dark(#88847c, #837f77));
    --_surface: var(--reji-color-surface, light-dark(#ffffff, #181816));
    --_sunken: var(--reji-color-sunken, light-dark(#f5f4f1, #232220));
    --_bone: light-dark(#ecebe7, #2c2b28);
    --_accent: var(--reji-color-accent, light-dark(#24457c, #abc3ef));
    --_danger: var(--reji-color-danger, light-dark(#a1301d, #f3a694));
    --_caution: var(--reji-color-caution, light-dark(#7a5200, #e5bd70));
    --_on-accent: var(--reji-color-on-accent, light-dark(#ffffff, #141414));
    --_off-accent: var(--_text);
    --_accent-ink: var(--_accent);
    --_focus: var(--reji-color-focus, var(--_accent-ink));
    --_stamp: var(--reji-color-stamp, var(--_accent-ink));
    --_radius: var(--reji-radius, 10px);
    --_radius-mark: var(--reji-radius-mark, 9px);
    --_unit: var(--reji-space, 4px);
    --_row: var(--reji-row-height, 68px);
    --_control: var(--reji-control-height, 52px);
    --_hair: var(--reji-rule-thin, 1px);
    --_thick: var(--reji-rule-thick, 3px);
    --_ring: var(--reji-focus-width, 3px);
    --_fast: calc(var(--reji-duration, 1) * 160ms);
    --_slow: calc(var(--reji-duration, 1) * 320ms);
    color: var(--_text);
    font-family: var(--_font);
  }
  @supports (color: color(from red xyz-d65 x y z)) {
    :host {
      --_on-accent: var(
        --reji-color-on-accent,
        color(
          from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 99999, 0.9505) clamp(0, (0.179 - y) * 99999, 1)
            clamp(0, (0.179 - y) * 99999, 1.089)
        )
      );
      --_off-accent: color(
        from var(--_accent) xyz-d65 clamp(0, (y - 0.179) * 99999, 0.9505) clamp(0, (y - 0.179) * 99999, 1)
          clamp(0, (y - 0.179) * 99999, 1.089)
      );
      --_accent-ink: light-dark(
        oklch(from var(--_accent) min(l, 0.48) c h),
        oklch(from var(--_accent) max(l, 0.76) c h)
      );
      --_edge: light-dark(
        oklch(from var(--_accent) 0.48 c h / clamp(0, (l - 0.9) * 99, 1)),
        oklch(from var(--_accent) 0.76 c h / clamp(0, (0.3 - l) * 99, 1))
      );
    }
  }
`;
