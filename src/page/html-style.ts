import { html } from './escape.ts';
import type { PageWords } from './html-words.ts';

/*
 * Class names are short, since some occur thousands of times. On figures: g, b, q a change for the better, the worse or
 * neither, u and d its way; n a null; z a total; p partial. In charts: l line, p partial, e the year before, a surface,
 * r rules, o and i dots.
 */
const light =
  '--bg:#f6f6f3;--card:#fff;--ink:#1b1f24;--soft:#57606a;--rule:#dedfdb;--line:#2a5caa;--fill:#2a5caa17;--lost:#b3261e2e;--year:#80868f;--good:#17693b;--bad:#b3261e;--bar:#8fb0de;--head:#f0f0ec;--warn:#7a4b00;--link:#1f4f99';
const dark =
  '--bg:#121416;--card:#1b1e21;--ink:#e8eaec;--soft:#a5adb5;--rule:#33383d;--line:#86b4ff;--fill:#86b4ff1c;--lost:#ff9d9440;--year:#8b929a;--good:#6bd597;--bad:#ff9d94;--bar:#3f628f;--head:#24282c;--warn:#ffc46b;--link:#9cc2ff';

/** The arrows are spoken as words: an arrow alone does not say whether the change is welcome. */
const arrows = (page: PageWords): string =>
  (
    [
      ['gu', '▲', page.better],
      ['gd', '▼', page.better],
      ['bu', '△', page.worse],
      ['bd', '▽', page.worse],
    ] as const
  )
    .map(([name, arrow, word]) => `.${name}:before{content:"${arrow}\\2009";content:"${arrow}\\2009"/"${html(word)} "}`)
    .join('');

/** `parts` is the style of parts that only some pages have, `printed` additional rules for paper. */
export const style = (page: PageWords, parts: string, printed: string): string => `
:root{color-scheme:light;${light}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
main:focus{outline:0}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem;letter-spacing:-.015em;overflow-wrap:anywhere}
h1 small{color:var(--soft);font-weight:400;font-size:inherit}
h2{font-size:1.25rem;line-height:1.3;margin:1.6rem 0 .5rem;letter-spacing:-.01em}
h2 small{color:var(--soft);font-weight:400;font-size:1rem;letter-spacing:0;margin-left:.35rem}
h2 small small{margin:0 0 0 .5rem}
h3{font-size:1.05rem;margin:1.25rem 0 .5rem;color:var(--soft);font-weight:600}
p{margin:.5rem 0}
ul{list-style:none;margin:0;padding:0}
ul.k{display:flex;flex-wrap:wrap;gap:0 1.5rem}.k li,.mv,.mo{min-width:0;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--line);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem}
code{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.m{margin:0}
dl.m{display:flex;flex-wrap:wrap;gap:.5rem 2rem}
dt{color:var(--soft);font-size:.8125rem}
dd{margin:0}
dl.m dd span{white-space:nowrap}
nav{margin-top:.75rem;border-block:1px solid var(--rule)}
nav ul{display:flex;flex-wrap:wrap;gap:0 1.1rem;font-size:.875rem}
nav li{min-width:0;max-width:100%}
nav a{display:block;padding:.4rem 0;text-decoration:none;overflow:hidden;text-overflow:ellipsis}
nav a:hover{text-decoration:underline}
.wn{margin:.75rem 0 0}.wn summary{color:var(--warn);font-weight:600}
.w,.k{color:var(--soft);font-size:.8125rem;margin:.25rem 0}
.k{margin:.75rem 0 0}
.k b{display:inline-block;min-width:1.1em;color:var(--ink);font-weight:400}
.k li{margin:.1rem 0;max-width:70rem}
.g{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15.5rem),1fr));gap:.75rem}
.g li,article{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:.75rem 1rem;min-width:0}
.g p{margin:0}
.g .t{overflow-wrap:anywhere;font-size:.875rem;line-height:1.35;color:var(--soft);min-height:1.35em}
.f{font-size:1.75rem;line-height:1.25;font-weight:600;letter-spacing:-.02em;margin:.1rem 0 .2rem!important;overflow-wrap:anywhere}
.v{font-weight:600;color:var(--ink)}
.gu,.gd{color:var(--good)}.bu,.bd{color:var(--bad)}
${arrows(page)}
.a{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,23rem),1fr));gap:.75rem;align-items:start}
.ah,h4{color:var(--ink);display:flex;justify-content:space-between;align-items:baseline;gap:1rem;margin:0 0 .5rem;font-size:.9375rem;line-height:1.35;font-weight:400}
.ah span,h4 span{overflow-wrap:anywhere;min-width:0}.ah b,h4 b{flex:none;max-width:70%;overflow-wrap:anywhere;text-align:right;font-weight:600}
sup{font-size:.75em;line-height:0;vertical-align:.35em;color:var(--soft);font-weight:400;margin-left:.1em}
td sup{position:absolute;margin-top:.5em}
.c{display:grid;grid-template-columns:auto 1fr;column-gap:.6rem;margin-bottom:.4rem}
.y{display:grid;height:4.25rem;font-size:.75rem;color:var(--soft);text-align:right}
.y span{grid-area:1/1;position:relative;height:0;line-height:0;white-space:nowrap}
svg{display:block;width:100%;height:4.25rem;overflow:visible}
.big svg,.big .y{height:9rem}
.vs{display:flex;flex-wrap:wrap;align-items:center;gap:0 .75rem;justify-content:space-between}.vs .f{overflow-wrap:break-word;min-width:0;max-width:100%}
.vs svg{width:4rem;max-width:6rem;height:1.75rem;flex:1 1 3.5rem}.sp path.l{stroke-width:1.5}
.ov{display:grid;grid-template-columns:minmax(0,1fr);gap:.75rem;margin-top:.75rem}
@media (min-width:60rem){.ov:has(.mv):has(.big){grid-template-columns:minmax(0,2fr) minmax(0,1fr)}}
.ck li{font-size:.875rem;margin:.25rem 0}.ck small{color:var(--soft)}.ok{color:var(--good)}.no{color:var(--bad)}.wa{color:var(--warn)}.mv ul+h3,.mv p+h3{margin-top:1rem}.mv h3{margin:0 0 .35rem;font-size:.9375rem}.mv p+h3{margin-top:1rem}.mv p{font-size:.875rem}
.ds{display:flex;flex-wrap:wrap;gap:0 1.25rem;border-top:1px solid var(--rule)}.ds details{border:0!important;min-width:0}.ds details[open]{flex-basis:100%}
.mo{margin-top:.4rem}.mo>summary{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.mo[open]>summary .w{display:none}.mo>.a,.mo>.s{margin-top:.5rem}
.x{grid-column:2;display:flex;justify-content:space-between;font-size:.75rem;color:var(--soft);margin-top:.35rem}
path{fill:none;stroke-linecap:round;stroke-linejoin:round;vector-effect:non-scaling-stroke}
path.l,path.p{stroke:var(--line);stroke-width:2}
path.p{stroke-dasharray:1 5}
path.e{stroke:var(--year);stroke-width:1.5}
path.a{fill:var(--fill)}
path.r{stroke:var(--rule);stroke-width:1}
.y-own,.y-year,.y-partial{margin-right:1.25rem}
.y-own:before,.y-year:before,.y-partial:before{content:"";display:inline-block;width:1.5rem;vertical-align:.25em;margin-right:.4rem;border-top:2px solid var(--line)}
.y-year:before{border-color:var(--year)}.y-partial:before{border-top-style:dotted}
path.o{stroke:var(--line);stroke-width:6}
path.i{stroke:var(--card);stroke-width:3}
path.h{stroke:#0000;stroke-width:24;pointer-events:stroke;stroke-linecap:butt}
path.h:hover{stroke:var(--fill)}
.none{color:var(--soft);font-size:.875rem}
summary{cursor:pointer;font-size:.875rem;color:var(--link);padding:.25rem 0}
details p,details dl{font-size:.875rem;margin:.35rem 0}
details dt{margin-top:.5rem}
details a{overflow-wrap:anywhere}
article details{border-top:1px solid var(--rule)}
article details[open]{padding-bottom:.6rem}
.s{position:relative;overflow:auto;border:1px solid var(--rule);border-radius:8px;background:var(--card);max-width:100%}
.s+.s{margin-top:1rem}
.t.s{max-height:22rem;border:0;border-radius:0;color:inherit;font-size:inherit}
.s.e{direction:rtl}.s.e>*{direction:ltr}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.875rem;line-height:1.35}
caption{text-align:left;padding:.75rem .65rem .25rem;font-weight:600}
caption span,.h span{position:sticky;left:.65rem;display:inline-block}
th,td{padding:.4rem .65rem;text-align:right;vertical-align:top;border-top:1px solid var(--rule);white-space:nowrap}
th{font-weight:400;text-align:left}
td:last-child,thead th:last-child{padding-right:1rem}
thead th{text-align:right;vertical-align:bottom;font-weight:600;border-top:0}
thead th:first-child{text-align:left}
th small,td small{display:block;color:var(--soft);font-weight:400;font-size:.75rem}
th.p{font-style:italic}
.d{font-size:.8125rem}
.d th,.d td{padding:.3rem .5rem .3rem 0}
.d thead th{position:sticky;top:0;background:var(--card);white-space:normal;color:var(--soft);font-weight:400}
.d th small{white-space:normal;max-width:7rem}
.n{white-space:normal;color:var(--soft);text-align:left}
.z{font-weight:600}
.b tbody th{overflow-wrap:anywhere;position:sticky;left:0;background:var(--card);white-space:normal;min-width:9.5rem;max-width:18rem;z-index:1}
.b thead th:first-child{position:sticky;left:0;background:var(--card);z-index:1}
.b .h{color:var(--soft);font-weight:600;font-size:.8125rem;padding-top:1rem;background:var(--card)}
.b td[style]{background:linear-gradient(var(--bar),var(--bar)) right .65rem bottom/calc(var(--s)*.05rem) 3px no-repeat}
.by thead th{white-space:normal;min-width:6rem;max-width:14rem}
bdi{display:inline-block;max-width:100%;overflow:hidden;text-overflow:ellipsis;vertical-align:bottom}
.by thead bdi{max-width:11rem;white-space:nowrap}
.by tbody th bdi{max-width:16rem;white-space:nowrap}
ul.m{display:grid;grid-template-columns:repeat(auto-fill,minmax(8rem,1fr));gap:.75rem 1rem;margin:.5rem 0}
ul.m li{min-width:0;font-size:.75rem}
ul.m span{display:block;color:var(--soft);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
ul.m b{font-weight:600}
ul.m svg{height:2.25rem;margin-top:.25rem}
ul.m path.l{stroke-width:1.5}
.q th{white-space:normal}.q tbody th{overflow-wrap:anywhere;min-width:14rem;max-width:30rem}
.q td:nth-child(-n+3){text-align:left}.q thead th:nth-child(-n+3){text-align:left}
.q bdi,.l bdi{display:inline;overflow-wrap:anywhere}
.q td.b{color:var(--bad);font-weight:600}
.l li{padding:.4rem 0;border-top:1px solid var(--rule);overflow-wrap:anywhere}
.l code{color:var(--soft);font-size:.8125rem}
footer{padding-block:2rem 3rem;color:var(--soft);font-size:.8125rem}
.onpaper{display:none}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
${parts}
@media (max-width:30rem){.by tbody th bdi{max-width:7.5rem}body{font-size:15px}header{padding-top:1.5rem}h1{font-size:1.5rem}h2{margin-top:2.5rem}.b tbody th{min-width:7.5rem;max-width:9rem}th,td{padding:.4rem .5rem}.g{grid-template-columns:1fr 1fr;gap:.5rem}.g li,article{padding:.75rem}.f{font-size:1.35rem}}
@media print{
@page{size:A4;margin:14mm 12mm}
@page wide{size:A4 landscape;margin:12mm}
#periods:has(details[open]),#groups:has(.mo[open]){page:wide}#periods:not(:has(details[open])),#data:not(:has(details[open])){display:none}
${printed}
:root{--bg:#fff;--fill:#2a5caa12;font-size:9pt}
body{font-size:9pt}
header,main,footer{max-width:none;padding:0 .5mm}
nav,.skip,details:not([open]){display:none}
.onpaper{display:block}
h1{font-size:18pt}h2{font-size:12pt;margin:4mm 0 2mm;break-after:avoid}h3,h4,caption{break-after:avoid}
article,.g li,tr,.l li,ul.m li{break-inside:avoid}
thead{display:table-header-group}
.g{grid-template-columns:repeat(4,1fr)}.f{font-size:14pt}.a{grid-template-columns:1fr 1fr 1fr}
.c svg,.y{height:13mm}.big svg,.big .y{height:30mm}.g{gap:2mm}.g li,article{padding:2mm 3mm}.ov:has(.mv):has(.big){grid-template-columns:2fr 1fr}.ds{border:0}
.s,.t.s{overflow:visible;max-height:none;border:0}
.s.e{direction:ltr}
table{font-size:7pt}th,td{padding:1.2mm 1.2mm}td:last-child,thead th:last-child{padding-right:2.5mm}
.b tbody th,.b thead th:first-child,caption,.d thead th{position:static;min-width:0}
.b td[style],path{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit}
.q tbody th{min-width:0}.q td:nth-child(-n+3){white-space:normal}
}
@media (forced-colors:active){path.l,path.p,path.o{stroke:CanvasText}path.e{stroke:GrayText}.b td[style]{forced-color-adjust:none;color:CanvasText}}
`;
