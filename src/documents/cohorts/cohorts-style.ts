/** A landscape A4 page has room for this many columns of a map. */
export const COLUMNS = 15;

/* The ink is that of the page on every shade: the darkest light shade and the lightest dark one leave it readable. */
const light = ['#eaf1fb', '#d7e5f8', '#c2d8f4', '#adcaf0', '#98bcec', '#84aee8'];
const dark = ['#1f2a38', '#213349', '#243d5b', '#27476d', '#2a517f', '#2d5b91'];
const shades = (colours: readonly string[]): string =>
  colours.map((colour, i) => `.x${i + 1}{background:${colour}}`).join('');

/** Class names: cm a table with its heading, cw one too wide for upright paper, co a map, x1 to x6 its shades, xn what is not over yet, xp what is paid back, xk a sample of them. */
export const cohortStyle = `
${shades(light)}
@media screen and (prefers-color-scheme:dark){${shades(dark)}}
.cm+.cm{margin-top:2rem}
#cohorts>.cm .co td small{display:inline;margin-left:.35rem}#cohorts>.cm .co :is(td,tbody th){padding-block:.15rem}
.co td,.co thead th{padding:.4rem .85rem .4rem .4rem}
.co tbody th,.cs tbody th{min-width:5.5rem!important}
.co td small{color:inherit}
.co td sup{color:inherit}
.co td{min-width:3.6rem}
.xn{background:repeating-linear-gradient(135deg,var(--rule) 0 1px,transparent 1px 7px)}
.xp{box-shadow:inset 0 0 0 2px var(--good)}
.xp:not(.xk){font-weight:600}
.xk{display:inline-flex;width:1.5rem;height:.8rem;vertical-align:-.08rem;margin-right:.35rem;border:1px solid var(--rule)}
.xk:has(i){width:auto}.xk i{width:.8rem}
.xk.xp{border:0}
@media print{.cw{page:wide}.cm{break-inside:avoid}.cm+.cm{margin-top:6mm}.co{font-size:6.5pt}.cm ul.k{margin-top:1mm}.co td,.xk,.xk i{print-color-adjust:exact;-webkit-print-color-adjust:exact}.co :is(td,thead th):nth-child(n+${COLUMNS + 1}){display:none}.co td,.co thead th{padding:1mm}.co td,.co tbody th{min-width:0!important}}
@media (forced-colors:active){.xn{background:none}.xp{outline:2px solid CanvasText;outline-offset:-2px}}
`;
