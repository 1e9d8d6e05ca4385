import { callDrawing } from '../../../core/export/drawing/callDrawing.ts';
import { curveDrawings } from '../../../core/export/drawing/curveDrawing.ts';
import type { Drawing } from '../../../core/export/drawing/drawing.ts';
import { palette } from '../../../core/export/drawing/palette.ts';
import { exportWords } from '../../../core/export/exportWords.ts';
import {
  aboutLine,
  commentEntries,
  missingEntries,
  momentRows,
  reflectionEntries,
} from '../../../core/export/reportSections.ts';
import type { ReviewedCall } from '../../../core/model/reviewedCall.ts';
import { type SummaryNumber, summaryNumbers } from '../../../core/summary/summaryNumbers.ts';
import { PdfDocument, page, type TextStyle } from './pdfDocument.ts';

const words = exportWords.report;
const margin = 44;
const width = page.width - 2 * margin;
const bottom = page.height - margin - 14;
const leading = 1.35;

const styles = {
  title: { size: 19, face: 'bold', fill: palette.ink },
  heading: { size: 11.5, face: 'bold', fill: palette.ink },
  body: { size: 9.5, face: 'regular', fill: palette.ink },
  strong: { size: 9.5, face: 'bold', fill: palette.ink },
  soft: { size: 9, face: 'regular', fill: palette.inkSoft },
  tiny: { size: 7.5, face: 'regular', fill: palette.inkSoft },
  small: { size: 8, face: 'regular', fill: palette.inkSoft },
  value: { size: 17, face: 'bold', fill: palette.ink },
} as const;

/** Left edges of the columns of moments. */
const columns = [0, 46, 176, 226, 280];

/** The report of one call for paper, on as many A4 pages as it needs. */
export function reportPdf(call: ReviewedCall): Uint8Array {
  const layout = new Layout(call.title);
  layout.paragraph(call.title, styles.title);
  layout.paragraph(aboutLine(call), styles.soft);
  layout.heading(words.numbers);
  layout.cards(summaryNumbers(call.report));
  layout.heading(words.call);
  for (const drawing of [callDrawing(call), ...curveDrawings(call.report)]) layout.drawing(drawing);
  layout.entries(
    words.comments,
    commentEntries(call).map(({ head, text }, i) => ({ head: `${i + 1}. ${head}`, text })),
  );
  layout.entries(words.reflection, reflectionEntries(call));
  layout.heading(words.moments);
  const rows = momentRows(call);
  if (rows.length === 0) layout.paragraph(words.noMoments, styles.body);
  else layout.row(words.momentColumns, styles.strong);
  for (const row of rows) layout.row(row, styles.body);
  layout.entries(words.unavailable, missingEntries(call));
  layout.space(10);
  layout.paragraph(words.caveat, styles.small);
  return layout.finish(words.madeBy(call.report.analysis.version));
}

/** Puts one thing under the other, and starts a new page for what does not fit. */
class Layout {
  readonly #document: PdfDocument;
  #y = 0;

  constructor(title: string) {
    this.#document = new PdfDocument(title);
    this.#newPage();
  }

  space(height: number): void {
    this.#y += height;
  }

  heading(text: string): void {
    this.space(14);
    this.#need(60);
    this.paragraph(text, styles.heading);
    this.space(3);
  }

  paragraph(text: string, style: TextStyle): void {
    for (const part of text.split('\n')) this.#lines(part, 0, width, style);
  }

  entries(heading: string, entries: readonly { readonly head?: string; readonly text: string }[]): void {
    if (entries.length === 0) return;
    this.heading(heading);
    for (const { head, text } of entries) {
      this.#need(2 * leading * styles.body.size);
      if (head) this.paragraph(head, styles.soft);
      this.paragraph(text, styles.body);
      this.space(5);
    }
  }

  row(cells: readonly string[], style: TextStyle): void {
    const detail = columns.length - 1;
    this.#need(leading * style.size);
    for (const [i, cell] of cells.slice(0, detail).entries()) {
      this.#document.text([margin + columns[i]!, this.#y + style.size], cell, style);
    }
    this.#lines(cells[detail] ?? '', columns[detail]!, width - columns[detail]!, style);
    this.#document.rect(margin, this.#y + 1, width, 0.5, palette.edge);
    this.space(3);
  }

  drawing(drawing: Drawing): void {
    const height = (drawing.height * width) / drawing.width;
    this.#need(height);
    this.#document.drawing([margin, this.#y], width, drawing);
    this.space(height + 6);
  }

  cards(numbers: readonly SummaryNumber[]): void {
    const across = 4;
    const gap = 7;
    const card = { width: (width - (across - 1) * gap) / across, height: 68 };
    for (let from = 0; from < numbers.length; from += across) {
      this.#need(card.height);
      for (const [i, number] of numbers.slice(from, from + across).entries()) {
        this.#card(number, margin + i * (card.width + gap), card);
      }
      this.space(card.height + gap);
    }
  }

  finish(footer: string): Uint8Array {
    if (this.#document.isLossy) this.paragraph(words.lossy, styles.small);
    const pages = this.#document.pageCount;
    const y = page.height - margin + 8;
    for (let index = 0; index < pages; index++) {
      this.#document.text([margin, y], footer, styles.small, 'start', index);
      this.#document.text([page.width - margin, y], words.page(index + 1, pages), styles.small, 'end', index);
    }
    return this.#document.bytes();
  }

  #card({ label, value, detail, target, isMet }: SummaryNumber, x: number, size: { width: number; height: number }) {
    const edge = isMet === undefined ? palette.edge : isMet ? palette.agent : palette.caution;
    const inner = size.width - 14;
    this.#document.rect(x, this.#y, size.width, size.height, palette.ground);
    this.#document.rect(x, this.#y, size.width, 2, edge);
    const line = (text: string, y: number, style: TextStyle) => this.#document.text([x + 7, this.#y + y], text, style);
    line(label, 14, styles.small);
    line(value ?? '–', 33, styles.value);
    for (const [i, text] of this.#document.wrapped(detail, inner, styles.tiny).slice(0, 2).entries()) {
      line(text, 44 + i * 9, styles.tiny);
    }
    if (target === undefined) return;
    const goal = isMet ? `${words.onTarget} · ${target}` : words.target(target);
    line(goal, 63, edge === palette.edge ? styles.tiny : { ...styles.tiny, fill: edge });
  }

  #lines(text: string, indent: number, lineWidth: number, style: TextStyle): void {
    for (const line of this.#document.wrapped(text, lineWidth, style)) {
      this.#need(leading * style.size);
      this.#document.text([margin + indent, this.#y + style.size], line, style);
      this.space(leading * style.size);
    }
  }

  #need(height: number): void {
    if (this.#y + height > bottom) this.#newPage();
  }

  #newPage(): void {
    this.#document.addPage();
    this.#y = margin;
  }
}
