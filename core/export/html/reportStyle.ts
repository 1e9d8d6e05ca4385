import { palette } from '../drawing/palette.ts';

/** The report's style, light on screens and on paper. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; margin: 0; }
body { background: ${palette.ground}; color: ${palette.ink}; padding: 2.5rem 1rem;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 56rem; margin: 0 auto; }
header { border-left: 5px solid ${palette.agent}; padding-left: 1rem; margin-bottom: 1.75rem; }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 650; overflow-wrap: anywhere; }
header p, footer, .number dd, .small { color: ${palette.inkSoft}; }
h2 { font-size: 1.05rem; font-weight: 650; margin-bottom: .9rem; }
section { background: ${palette.panel}; border: 1px solid ${palette.edge}; border-radius: 14px; padding: 1.25rem 1.5rem; margin-bottom: 1.25rem; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; }
.number { background: ${palette.ground}; border-radius: 10px; padding: .8rem .95rem; border-top: 3px solid ${palette.edge}; display: flex; flex-direction: column; }
.number.met { border-top-color: ${palette.agent}; }
.number.missed { border-top-color: ${palette.caution}; }
.number dt { font-size: .875rem; }
.number .value { font-size: 1.7rem; line-height: 1.25; font-weight: 600; color: ${palette.ink}; }
.number dd { font-size: .8125rem; line-height: 1.35; }
.number .goal { margin-top: auto; padding-top: .35rem; }
.number.met .goal { color: ${palette.agent}; }
.number.missed .goal { color: ${palette.caution}; }
figure svg { display: block; width: 100%; height: auto; margin-bottom: .9rem; }
svg text { font-family: inherit; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; font-size: .8125rem; color: ${palette.inkSoft}; }
.legend i { display: inline-block; width: 14px; height: 5px; margin-right: .45rem; vertical-align: middle; background: ${palette.ink}; }
.legend .talkOver { background: ${palette.talkOver}; }
.legend .loud { background: ${palette.caution}; }
.legend .rushed { height: 3px; }
.legend .cue { width: 8px; height: 8px; border-radius: 50%; }
.legend .deadAir { height: 12px; background: ${palette.silence}; }
.legend .target { height: 12px; background: ${palette.agentPale}; }
.legend .wave { height: 12px; background: ${palette.customer}; }
.said { padding-left: 1.4rem; }
ul.said { list-style: none; padding-left: 0; }
.said li { margin-bottom: .7rem; }
.said li:last-child { margin-bottom: 0; }
.said li::marker { color: ${palette.agent}; font-weight: 650; }
.said b { font-weight: 600; font-size: .8125rem; color: ${palette.inkSoft}; }
.said p { white-space: pre-line; overflow-wrap: anywhere; max-width: 42rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th { text-align: left; font-weight: 600; font-size: .8125rem; color: ${palette.inkSoft}; }
th, td { padding: .38rem .75rem .38rem 0; border-bottom: 1px solid ${palette.edge}; vertical-align: top; overflow-wrap: anywhere; }
tbody tr:last-child td { border-bottom: 0; }
td:nth-child(-n+4) { white-space: nowrap; }
.small { font-size: .8125rem; }
footer { font-size: .8125rem; max-width: 46rem; padding: .25rem .5rem; }
footer p + p { margin-top: .5rem; }
@page { margin: 14mm; }
@media print {
  body { background: none; padding: 0; font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  section { border: 0; padding: 0; margin-bottom: 1.5rem; }
  .number, figure, tr, .said li { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
