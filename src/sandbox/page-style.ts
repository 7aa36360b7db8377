/** Style of every page: system fonts, hairlines, no boxes; light and dark by the reader's setting. Served as a file. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1c1b19, #efede8);
  --quiet: light-dark(#5f5c56, #b0aca4);
  --line: light-dark(#dfdcd6, #393733);
  --edge: light-dark(#88847c, #837f77);
  --page: light-dark(#fff, #181816);
  --action: light-dark(#1f5a57, #8fd0ca);
  --on-action: light-dark(#fff, #10211f);
  --wrong: light-dark(#a1301d, #f3a694);
  --mark: light-dark(#7a5200, #e5bd70);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text); overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
  font: 1rem/1.6 system-ui, sans-serif;
}
header, main, footer { max-inline-size: 34rem; margin-inline: auto; padding-inline: 18px; }
header {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px;
  padding-block: 14px; font-size: .8125rem; color: var(--quiet);
}
header p { margin: 0; }
header .sandbox { color: var(--mark); font-weight: 600; }
main { padding-block: 26px 40px; border-block-start: 1px solid var(--line); }
main.wide, .wide-head, .wide-foot { max-inline-size: 52rem; }
footer { padding-block: 14px 32px; font-size: .8125rem; color: var(--quiet); }
h1 { margin: 0 0 6px; font-size: 1.3125rem; line-height: 1.4; text-wrap: balance; }
h2 { margin: 44px 0 10px; font-size: 1rem; }
p { margin: 0 0 14px; text-wrap: pretty; }
a { color: inherit; text-underline-offset: 3px; }
ol, ul { margin: 0 0 14px; padding-inline-start: 1.4em; }
.amount { margin: 18px 0 0; font-size: 2.25rem; line-height: 1.2; font-variant-numeric: tabular-nums lining-nums; }
.amount small { font-size: .6em; }
.quiet { color: var(--quiet); font-size: .9375rem; }
.wrong { color: var(--wrong); }
dl { margin: 20px 0 24px; border-block-start: 1px solid var(--text); }
dl div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0 12px; padding: 9px 0; border-block-end: 1px solid var(--line); }
dt { color: var(--quiet); }
dd { margin: 0; font-variant-numeric: tabular-nums; }
.rows { list-style: none; padding: 0; margin: 0; border-block-start: 1px solid var(--text); }
.rows > li { padding: 14px 0; border-block-end: 1px solid var(--line); }
.rows p { margin: 0; }
.pair { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; }
.figure { font-variant-numeric: tabular-nums; white-space: nowrap; }
form { margin: 0; }
.actions { display: flex; flex-direction: column; gap: 10px; margin-block: 20px 0; }
button, .button {
  display: flex; align-items: center; justify-content: center; inline-size: 100%; min-block-size: 48px; padding: 8px 18px;
  border: 1px solid var(--edge); border-radius: 6px; background: none; color: var(--text);
  font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer;
}
button:hover, .button:hover { border-color: var(--text); }
.main { border-color: var(--action); background: var(--action); color: var(--on-action); }
.main:hover { filter: brightness(1.08); border-color: var(--action); }
:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
label, legend { display: block; margin: 0 0 4px; padding: 0; font-weight: 600; }
fieldset { margin: 0; padding: 0; border: 0; }
.field { margin-block: 18px 0; }
.field .quiet { margin: 4px 0 0; }
input[type='text'], input[type='password'], input[type='number'], select {
  inline-size: 100%; min-block-size: 48px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 6px;
  background: var(--page); color: inherit; font: inherit; font-variant-numeric: tabular-nums;
}
.check { display: flex; align-items: center; gap: 12px; min-block-size: 44px; font-weight: 400; }
.check input { inline-size: 22px; block-size: 22px; flex: none; accent-color: var(--action); }
.qr { display: block; inline-size: min(100%, 15rem); margin: 20px auto; border: 1px solid var(--line); }
.grid { display: grid; gap: 0 20px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); }
@media (min-width: 30rem) {
  .side { flex-direction: row; }
}
@media (max-width: 25rem) {
  dl div { grid-template-columns: 1fr; }
}
`.trimStart();
