import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PdfDocument, type TextStyle } from '../../../../../main/exports/pdf/pdfDocument.ts';
import { familiesFor } from '../../../../../main/exports/pdf/pdfFonts.ts';

const style: TextStyle = { size: 9, face: 'regular', fill: '#102030' };

describe('a PDF', () => {
  it('breaks text into lines that fit and loses nothing but spaces at their ends', () => {
    const document = new PdfDocument('words');
    const ruler = createCanvas(1, 1).getContext('2d');
    ruler.font = `400 9px ${familiesFor('aW').join()}`;
    const word = fc.string({ unit: fc.constantFrom('a', 'W', 'i', '.', '静', 'कि'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const lines = document.wrapped(words.join(' '), 60, style);
        for (const line of lines) {
          if (/^[\x20-\x7e]*$/.test(line)) expect(ruler.measureText(line).width).toBeLessThanOrEqual(60);
        }
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
      { numRuns: 40 },
    );
  });

  it('breaks a word between characters as they are read, never within one', () => {
    const family = '👨‍👩‍👧';
    const lines = new PdfDocument('words').wrapped(family.repeat(8), 30, style);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length % family.length).toBe(0);
  });

  it('has a sign for any text at all, and knows when it stands for a character without a font', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const document = new PdfDocument(text);
        document.addPage();
        document.text([10, 10], text, style);
        expect(document.bytes().length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
    const document = new PdfDocument('signs');
    expect(document.wrapped('−3 dB, Čapek, 日本', 500, style)).toEqual(['−3 dB, Čapek, 日本']);
    expect(document.isLossy).toBe(false);
    expect(document.wrapped('𐎠', 500, style)).toEqual(['\ufffd']);
    expect(document.isLossy).toBe(true);
  });

  it('has the same bytes whenever it is made', () => {
    const made = () => {
      const document = new PdfDocument('Ірина');
      document.addPage();
      document.text([10, 20], 'Ірина, مرحبا, 王', style, 'end');
      const shapes = [
        {
          type: 'line',
          points: [
            [0, 0],
            [50, 20],
          ],
          stroke: '#ff0000',
          width: 1,
          dashed: true,
        },
        { type: 'dot', x: 5, y: 5, radius: 2, fill: '#00ff00' },
      ] as const;
      document.drawing([10, 30], 100, { width: 50, height: 20, description: 'a line', shapes });
      return document.bytes();
    };
    expect(made()).toEqual(made());
  });
});
