/*
 * Class names: fw the box whose width decides how a funnel is laid out, fu its steps, fn name and count, fb and fq the bar and
 * what leads to it, fp the passage, fv the share of visits, fx the biggest loss, fl the losses.
 */
export const funnelStyle = `
.fw{container-type:inline-size}
.fz{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:1rem 1.125rem 1.25rem}
.fu{list-style:none;margin:0;padding:0}
.fu li{display:grid;grid-template-columns:minmax(0,1fr)}
.fw .t{color:var(--soft);font-size:.8125rem}
.fw b{font-weight:600}
.fw .v{font-size:.8125rem;white-space:nowrap}
.fw small{font-weight:400;font-size:.75rem;color:var(--soft)}
.fn{display:grid;grid-template-columns:1fr auto auto;align-items:baseline;gap:0 .5rem;padding-bottom:.15rem}
.fd{display:inline-flex;flex-wrap:wrap;gap:0 .6rem}
.fn .fd{display:block;min-width:4.25rem}.fn .v{display:block}
.fw svg{height:.75rem}
.fw path{stroke:none;fill:var(--bar);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.fw .fq{display:none}
.fw .fq path{fill:var(--fill)}
.fw .fi path{opacity:.45}
.fx .fq path{fill:var(--lost)}
.fp{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1rem;padding:.15rem 0 .7rem}
.fp strong,.fl li:first-child .fo{color:var(--bad);font-weight:600}
.fp strong{font-size:.8125rem}
.fl{display:flex;flex-wrap:wrap;gap:.35rem 2.5rem;margin:0 0 1rem;padding:0 0 .75rem;border-bottom:1px solid var(--rule)}
.fl .t{display:block}
.fl .fo{font-weight:600}
.fg{margin-top:.75rem}
@container (min-width:640px){
.fu li{grid-template-columns:minmax(12rem,17rem) minmax(0,1fr) minmax(13rem,18rem);grid-template-areas:". q p" "n b v";column-gap:1.25rem;align-items:center}
.fu .fn{grid-area:n}.fu .fb{grid-area:b;height:100%;min-height:2.25rem;align-self:stretch}.fu .fq{grid-area:q;display:block;height:100%;min-height:2.75rem;align-self:stretch}.fu .fp{grid-area:p;flex-direction:column;gap:0;padding:.4rem 0}.fu .fv{grid-area:v}.fn{padding:0}
}
@container (min-width:640px){.fy .fu .fb{min-height:1.25rem}.fy .fu .fq{min-height:1.1rem}.fy .fw{line-height:1.3}.fy .fu li{grid-template-columns:minmax(12rem,17rem) minmax(0,1fr) minmax(15rem,25rem)}.fy .fu .fp{flex-direction:row;flex-wrap:wrap;gap:0 .75rem;padding:0}.fy .fn .fd{display:flex}}
.fy .fp{padding:.1rem 0 .35rem}.fy .w{display:inline-block;margin-right:1.5rem}
@media print{.fy{break-before:auto}.fz,.fg article{break-inside:avoid}.fg.a{grid-template-columns:1fr 1fr 1fr}.fw{font-size:8pt}}
@media (forced-colors:active){.fw path{fill:CanvasText}.fw .fq path{fill:GrayText}}
`;
