import type { Drawing, Paint, Point, Shape } from '../drawing/drawing.ts';
import { type Face, pdfString, printable, textWidth } from './helvetica.ts';

/** A4 upright, in points of 1/72 inch. */
export const page = { width: 595.28, height: 841.89 } as const;

const fontNames: Readonly<Record<Face, string>> = { regular: 'F1', bold: 'F2' };
/** Share of the radius at which the control points of a quarter circle lie. */
const CIRCLE = 0.5523;

/**
 * A PDF of text, lines and areas in the fonts every reader has (PDF 32000-1). Coordinates are points from the top left
 * of the page. The same calls give the same bytes.
 */
export class PdfDocument {
  readonly #title: string;
  readonly #pages: string[][] = [];
  #isLossy = false;

  constructor(title: string) {
    this.#title = title;
  }

  /** Whether a character was met that the fonts do not have. */
  get isLossy(): boolean {
    return this.#isLossy;
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  addPage(): void {
    this.#pages.push([]);
  }

  /** Text in the characters the fonts have; what they have not is a question mark, and remembered. */
  printable(text: string): string {
    const known = printable(text);
    if (known.isLossy) this.#isLossy = true;
    return known.text;
  }

  /** @param index of a page there is; the last one otherwise */
  text(
    at: Point,
    text: string,
    style: { readonly size: number; readonly face: Face; readonly fill: Paint },
    anchor: 'start' | 'middle' | 'end' = 'start',
    index = this.#pages.length - 1,
  ): void {
    const shown = this.printable(text);
    const width = textWidth(shown, style.size, style.face);
    const x = at[0] - (anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width);
    this.#pages[index]!.push(
      `BT ${colour(style.fill)} rg /${fontNames[style.face]} ${number(style.size)} Tf ${point([x, at[1]])} Td ${pdfString(shown)} Tj ET`,
    );
  }

  rect(x: number, y: number, width: number, height: number, fill: Paint): void {
    this.#add(`${colour(fill)} rg ${point([x, y + height])} ${number(width)} ${number(height)} re f`);
  }

  /** Paints a drawing with its top left corner at a point, scaled to a width. */
  drawing([left, top]: Point, width: number, drawing: Drawing): void {
    const scale = width / drawing.width;
    const placed = ([x, y]: Point): Point => [left + x * scale, top + y * scale];
    for (const shape of drawing.shapes) this.#shape(shape, placed, scale);
  }

  bytes(): Uint8Array {
    const pageIds = this.#pages.map((_, i) => 6 + 2 * i);
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>',
      `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pageIds.length} >>`,
      font('Helvetica'),
      font('Helvetica-Bold'),
      `<< /Title ${unicodeString(this.#title)} /Producer (Softspoken) >>`,
      ...this.#pages.flatMap((lines, i) => {
        const content = lines.join('\n');
        return [
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${pageIds[i]! + 1} 0 R >>`,
          `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        ];
      }),
    ];
    let file = '%PDF-1.7\n';
    const offsets = objects.map((object, i) => {
      const offset = file.length;
      file += `${i + 1} 0 obj\n${object}\nendobj\n`;
      return offset;
    });
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const start = file.length;
    file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
    file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
    // Nothing but ASCII was written, so that offsets are lengths.
    return Uint8Array.from(file, (character) => character.charCodeAt(0));
  }

  #add(operators: string): void {
    this.#pages.at(-1)!.push(operators);
  }

  #shape(shape: Shape, placed: (at: Point) => Point, scale: number): void {
    switch (shape.type) {
      case 'rect': {
        const [x, y] = placed([shape.x, shape.y]);
        this.rect(x, y, shape.width * scale, shape.height * scale, shape.fill);
        break;
      }
      case 'dot':
        this.#add(`${colour(shape.fill)} rg ${circle(placed([shape.x, shape.y]), shape.radius * scale)} f`);
        break;
      case 'area':
        this.#add(`${colour(shape.fill)} rg ${path(shape.points.map(placed))} h f`);
        break;
      case 'line': {
        const pen = `${colour(shape.stroke)} RG ${number(shape.width * scale)} w 1 j ${shape.dashed ? '[3 2]' : '[]'} 0 d`;
        this.#add(`${pen} ${path(shape.points.map(placed))} S`);
        break;
      }
      case 'text': {
        const face = shape.bold ? 'bold' : 'regular';
        const style = { size: shape.size * scale, face, fill: shape.fill } as const;
        this.text(placed([shape.x, shape.y]), shape.text, style, shape.anchor);
        break;
      }
    }
  }
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

/** Any text, as UTF-16 in hexadecimal. */
function unicodeString(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'));
  return `<feff${units.join('')}>`;
}

function number(value: number): string {
  return String(Math.round(100 * value) / 100);
}

/** PDF counts from the bottom. */
function point([x, y]: Point): string {
  return `${number(x)} ${number(page.height - y)}`;
}

function path(points: readonly Point[]): string {
  return points.map((at, i) => `${point(at)} ${i === 0 ? 'm' : 'l'}`).join(' ');
}

function circle([x, y]: Point, radius: number): string {
  const reach = CIRCLE * radius;
  const curve = (one: Point, other: Point, end: Point) => `${point(one)} ${point(other)} ${point(end)} c`;
  return [
    `${point([x + radius, y])} m`,
    curve([x + radius, y + reach], [x + reach, y + radius], [x, y + radius]),
    curve([x - reach, y + radius], [x - radius, y + reach], [x - radius, y]),
    curve([x - radius, y - reach], [x - reach, y - radius], [x, y - radius]),
    curve([x + reach, y - radius], [x + radius, y - reach], [x + radius, y]),
  ].join(' ');
}

function colour(paint: Paint): string {
  return [1, 3, 5].map((at) => number(Number.parseInt(paint.slice(at, at + 2), 16) / 255)).join(' ');
}
