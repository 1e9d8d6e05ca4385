import type { ReviewedCall } from '../../model/reviewedCall.ts';
import { type SummaryNumber, summaryNumbers } from '../../summary/summaryNumbers.ts';
import { callDrawing } from '../drawing/callDrawing.ts';
import { curveDrawings } from '../drawing/curveDrawing.ts';
import { exportWords } from '../exportWords.ts';
import { aboutLine, commentEntries, missingEntries, momentRows, reflectionEntries } from '../reportSections.ts';
import { escaped } from './escaped.ts';
import { reportStyle } from './reportStyle.ts';
import { svg } from './svg.ts';

const words = exportWords.report;

/** Writes the report of a call as a self-contained, printable page. Its security policy forbids scripts and requests. */
export function reportHtml(call: ReviewedCall): string {
  const { report, title } = call;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${reportStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<header><h1>${escaped(title)}</h1><p>${escaped(aboutLine(call))}</p></header>`,
    section(words.numbers, `<dl class="numbers">${summaryNumbers(report).map(numberCard).join('')}</dl>`),
    section(
      words.call,
      `<figure>${[callDrawing(call), ...curveDrawings(report)].map(svg).join('')}${legend()}</figure>`,
    ),
    ...listSection(words.comments, commentEntries(call), 'ol'),
    ...listSection(words.reflection, reflectionEntries(call), 'ul'),
    section(words.moments, momentTable(call)),
    ...listSection(words.unavailable, missingEntries(call), 'ul', 'small'),
    `<footer><p>${escaped(words.caveat)}</p><p>${escaped(words.madeBy(report.analysis.version))}</p></footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function section(heading: string, content: string, className?: string): string {
  const attribute = className ? ` class="${className}"` : '';
  return `<section${attribute}><h2>${escaped(heading)}</h2>${content}</section>`;
}

function numberCard({ label, value, detail, target, isMet }: SummaryNumber): string {
  const mark = isMet ? ' met' : isMet === false ? ' missed' : '';
  const goal = target === undefined ? '' : isMet ? `✓ ${words.onTarget} · ${target}` : words.target(target);
  return [
    `<div class="number${mark}"><dt>${escaped(label)}</dt>`,
    `<dd class="value">${escaped(value ?? '–')}</dd>`,
    `<dd>${escaped(detail)}</dd>`,
    goal ? `<dd class="goal">${escaped(goal)}</dd>` : '',
    '</div>',
  ].join('');
}

function legend(): string {
  const entries = Object.entries(exportWords.legend).map(
    ([name, text]) => `<li><i class="${name}"></i>${escaped(text)}</li>`,
  );
  return `<ul class="legend">${entries.join('')}</ul>`;
}

function listSection(
  heading: string,
  entries: readonly { readonly head?: string; readonly text: string }[],
  list: 'ol' | 'ul',
  className?: string,
): string[] {
  if (entries.length === 0) return [];
  const items = entries.map(
    ({ head, text }) => `<li>${head ? `<b>${escaped(head)}</b>` : ''}<p>${escaped(text)}</p></li>`,
  );
  return [section(heading, `<${list} class="said">${items.join('')}</${list}>`, className)];
}

function momentTable(call: ReviewedCall): string {
  const rows = momentRows(call);
  if (rows.length === 0) return `<p>${escaped(words.noMoments)}</p>`;
  const head = words.momentColumns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
