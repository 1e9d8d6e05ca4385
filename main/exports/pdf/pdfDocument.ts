import { type SKRSContext2D as Canvas, createCanvas, PDFDocument } from '@napi-rs/canvas';
import type { Drawing, Paint, Point, Shape } from '../../../core/export/drawing/drawing.ts';
import { familiesFor, hasFont, UNKNOWN_CHARACTER } from './pdfFonts.ts';

/** A4 upright, in points of 1/72 inch. */
export const page = { width: 595.28, height: 841.89 } as const;

export interface TextStyle {
  readonly size: number;
  readonly face: 'regular' | 'bold';
  readonly fill: Paint;
}

type Paints = (canvas: Canvas) => void;

const weights = { regular: 400, bold: 700 } as const;
const alignments = { start: 'left', middle: 'center', end: 'right' } as const;
const graphemes = new Intl.Segmenter();
/** The first letter decides which way a line runs, as in the Unicode bidirectional algorithm. */
const startsRightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * A PDF of text, lines and areas. Fonts are embedded; shaping, bidirectional text and the choice of a font for each
 * character are Skia's. Coordinates are points from the top left of the page. The same calls give the same bytes.
 */
export class PdfDocument {
  readonly #title: string;
  readonly #pages: Paints[][] = [];
  readonly #ruler = createCanvas(1, 1).getContext('2d');
  #isLossy = false;

  constructor(title: string) {
    this.#title = title;
  }

  /** True once a text had a character that no font has. */
  get isLossy(): boolean {
    return this.#isLossy;
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  addPage(): void {
    this.#pages.push([]);
  }

  /** @param index of an existing page; the last one by default */
  text(
    [x, y]: Point,
    text: string,
    style: TextStyle,
    anchor: 'start' | 'middle' | 'end' = 'start',
    index = this.#pages.length - 1,
  ): void {
    const shown = this.#printable(text);
    this.#pages[index]!.push((canvas) => {
      select(canvas, shown, style);
      canvas.direction = startsRightToLeft.test(shown) ? 'rtl' : 'ltr';
      canvas.textAlign = alignments[anchor];
      canvas.fillStyle = style.fill;
      canvas.fillText(shown, x, y);
    });
  }

  rect(x: number, y: number, width: number, height: number, fill: Paint): void {
    this.#add((canvas) => {
      canvas.fillStyle = fill;
      canvas.fillRect(x, y, width, height);
    });
  }

  /** Paints a drawing with its top left corner at a point, scaled to a width. */
  drawing([left, top]: Point, width: number, drawing: Drawing): void {
    const scale = width / drawing.width;
    const placed = ([x, y]: Point): Point => [left + x * scale, top + y * scale];
    for (const shape of drawing.shapes) this.#shape(shape, placed, scale);
  }

  /** Text in lines no wider than `width`; a word that is wider is broken between characters. */
  wrapped(text: string, width: number, style: TextStyle): string[] {
    const shown = this.#printable(text);
    select(this.#ruler, shown, style);
    const fits = (line: string) => this.#ruler.measureText(line).width <= width;
    const lines: string[] = [];
    let line = '';
    for (const word of shown.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      for (const { segment } of graphemes.segment(word)) {
        if (line !== '' && !fits(line + segment)) {
          lines.push(line);
          line = '';
        }
        line += segment;
      }
    }
    return [...lines, line];
  }

  bytes(): Uint8Array {
    const file = new PDFDocument({ title: this.#title, producer: 'Softspoken' });
    for (const paints of this.#pages) {
      // It is declared as a part of what it is.
      const canvas = file.beginPage(page.width, page.height) as Canvas;
      for (const paint of paints) paint(canvas);
      file.endPage();
    }
    return file.close();
  }

  #printable(text: string): string {
    const characters = [...text.normalize('NFC').replace(/\s+/g, ' ')].map((character) => {
      if (hasFont(character)) return character;
      this.#isLossy = true;
      return UNKNOWN_CHARACTER;
    });
    return characters.join('');
  }

  #add(paint: Paints): void {
    this.#pages.at(-1)!.push(paint);
  }

  #shape(shape: Shape, placed: (at: Point) => Point, scale: number): void {
    switch (shape.type) {
      case 'rect': {
        const [x, y] = placed([shape.x, shape.y]);
        this.rect(x, y, shape.width * scale, shape.height * scale, shape.fill);
        break;
      }
      case 'dot':
        this.#add((canvas) => {
          canvas.fillStyle = shape.fill;
          canvas.beginPath();
          canvas.arc(...placed([shape.x, shape.y]), shape.radius * scale, 0, 2 * Math.PI);
          canvas.fill();
        });
        break;
      case 'area':
        this.#add((canvas) => {
          canvas.fillStyle = shape.fill;
          trace(canvas, shape.points.map(placed));
          canvas.fill();
        });
        break;
      case 'line':
        this.#add((canvas) => {
          canvas.strokeStyle = shape.stroke;
          canvas.lineWidth = shape.width * scale;
          canvas.lineJoin = 'round';
          canvas.setLineDash(shape.dashed ? [3, 2] : []);
          trace(canvas, shape.points.map(placed));
          canvas.stroke();
        });
        break;
      case 'text': {
        const style = { size: shape.size * scale, face: shape.bold ? 'bold' : 'regular', fill: shape.fill } as const;
        this.text(placed([shape.x, shape.y]), shape.text, style, shape.anchor);
        break;
      }
    }
  }
}

/** Chooses the fonts of a text. Without the ligature of "fi", which readers of a PDF fail to find as two letters. */
function select(canvas: Canvas, text: string, { face, size }: TextStyle): void {
  const families = familiesFor(text).map((family) => `"${family}"`);
  canvas.font = `${weights[face]} ${size}px ${families.join(', ')}`;
  canvas.fontVariantLigatures = 'no-common-ligatures';
}

function trace(canvas: Canvas, points: readonly Point[]): void {
  canvas.beginPath();
  for (const [x, y] of points) canvas.lineTo(x, y);
}
