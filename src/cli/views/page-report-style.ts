import type { BlockLabel } from '../../core/model/article.ts';
import { labelGroups } from './explained.ts';

/** Edge, ground and ink of a group on light and on dark paper; every ink has a contrast of 4.5 and more on its ground. */
const palette: Readonly<Record<(typeof labelGroups)[number]['name'], { light: string[]; dark: string[] }>> = {
  text: { light: ['#1f7a45', '#eaf6ee', '#14542f'], dark: ['#4cc383', '#12281b', '#8fe0b4'] },
  about: { light: ['#1a6d9c', '#e8f3fa', '#124c6e'], dark: ['#57b5e6', '#10242f', '#9ad4f2'] },
  picture: { light: ['#8a4aa8', '#f5edf9', '#663280'], dark: ['#c98be3', '#27182e', '#dfb7ee'] },
  'other-content': { light: ['#a5690a', '#fbf2e0', '#714600'], dark: ['#dda33a', '#2b210d', '#f0c984'] },
  site: { light: ['#7d7568', '#f1efe9', '#575146'], dark: ['#8d8575', '#22201a', '#b9b1a1'] },
  metadata: { light: ['#5a62b0', '#eeeffa', '#3f4691'], dark: ['#8f97e6', '#1a1c31', '#bfc4f5'] },
};

const colours = (mode: 'light' | 'dark') =>
  labelGroups
    .map(({ name }) => {
      const [edge, ground, ink] = palette[name][mode];
      return `.g-${name}{--edge:${edge};--ground:${ground};--label:${ink}}`;
    })
    .join('\n');

/** Radio buttons filter without script: the blocks of every other label are taken out of the page. */
export function filterRules(labels: readonly BlockLabel[]): string {
  const all = labels.map(
    (label) => `body:has(#only-${label}:checked) .block:not([data-label="${label}"]){display:none}`,
  );
  return [...all, 'body:has(#only-changed:checked) .block:not(.changed){display:none}'].join('\n');
}

export const baseStyle: string = `
:root{color-scheme:light dark;--paper:#fbfaf5;--sheet:#f4f1e8;--ink:#1d1a16;--soft:#5d564c;--hair:#d8d1c2;--accent:#93291b;--target:#ffedb8}
${colours('light')}
@media (prefers-color-scheme:dark){
:root{--paper:#171510;--sheet:#211e17;--ink:#ece6d8;--soft:#b3aa9a;--hair:#3b362b;--accent:#f0a08c;--target:#453812}
${colours('dark')}
}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI","Noto Sans","Noto Naskh Arabic",sans-serif}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
h1{font:600 1.75rem/1.25 Georgia,"Noto Naskh Arabic",serif;margin:.25rem 0 .5rem;overflow-wrap:anywhere}
h2{font:600 1.2rem/1.3 Georgia,"Noto Naskh Arabic",serif;margin:2.25rem 0 .75rem}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,input:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.kind,.soft{color:var(--soft);font-size:.9rem;margin:.25rem 0;overflow-wrap:anywhere}
.bar{display:block;width:100%;height:1.25rem;border-radius:.3rem;margin:1rem 0 .5rem}
.bar rect{fill:var(--edge)}
.shares{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:0 0 1rem;font-size:.9rem}
.shares li::before{content:"";display:inline-block;width:.8em;height:.8em;border-radius:.2em;background:var(--edge);margin-inline-end:.4em}
fieldset{border:1px solid var(--hair);border-radius:.5rem;margin:1rem 0;padding:.5rem .9rem .8rem;background:var(--paper)}
legend{font-weight:600;padding:0 .35rem}
.filters{display:flex;flex-wrap:wrap;gap:.35rem .5rem}
.filters label{display:inline-flex;align-items:center;gap:.35rem;padding:.25rem .6rem;border:1px solid var(--hair);border-radius:1rem;cursor:pointer;font-size:.9rem;min-height:1.9rem}
.filters label:has(:checked){background:var(--ground,var(--sheet));border-color:var(--edge,var(--ink));color:var(--label,var(--ink));font-weight:600}
.filters input{margin:0;accent-color:var(--edge,var(--ink))}
.blocks{list-style:none;padding:0;margin:0}
.block{display:grid;grid-template-columns:8rem 1fr;gap:0 1rem;border-inline-start:.35rem solid var(--edge);background:var(--ground);margin:0 0 .4rem;padding:.5rem .8rem;border-radius:.25rem;scroll-margin-top:1rem}
.block:target{outline:3px solid var(--accent)}
.what{color:var(--label);font-size:.875rem;line-height:1.4}
.what strong{display:block;font-size:.95rem}
.what meter{width:5.5rem;height:.6rem;vertical-align:middle}
.said{min-width:0;overflow-wrap:anywhere}
.said p{margin:0}
.said details p{margin-top:.4rem}
.g-text .said p{font:1.05rem/1.6 Georgia,"Noto Naskh Arabic",serif}
.block[data-label="headline"] .said p{font-weight:600;font-size:1.25rem;line-height:1.35}
.why{color:var(--label);font-size:.85rem;margin-top:.25rem}
.changed{outline:2px dashed var(--accent);outline-offset:-2px}
.changed .why strong{color:var(--accent)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:start;vertical-align:top;padding:.45rem .7rem .45rem 0;border-bottom:1px solid var(--hair)}
td{overflow-wrap:anywhere;min-width:4rem}
th[scope=row]{white-space:nowrap;font-weight:600}
q{font-family:Georgia,"Noto Naskh Arabic",serif}
q:lang(ar){quotes:"«" "»"}
.taken{font-weight:600}
.note{border-inline-start:.3rem solid var(--accent);padding:.3rem .8rem;background:var(--sheet);margin:1rem 0}
summary{cursor:pointer;font-weight:600;padding:.2rem 0}
footer{color:var(--soft);font-size:.85rem;padding-top:2rem;padding-bottom:3rem}
@media (max-width:40rem){
.block{grid-template-columns:1fr}
.what{display:flex;flex-wrap:wrap;gap:.15rem .6rem;align-items:center;margin-bottom:.25rem}
.what strong{display:inline}
h1{font-size:1.4rem}
table.stack tr{display:block;border-bottom:1px solid var(--hair);padding:.4rem 0}
table.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
table.stack th,table.stack td{display:block;border:0;padding:.1rem 0}
table.stack td[data-th]::before{content:attr(data-th) ": ";color:var(--soft)}
}
@media print{fieldset,.bar{display:none}.block{break-inside:avoid}}
`;
