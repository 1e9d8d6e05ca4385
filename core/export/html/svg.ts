import type { Drawing, Point, Shape } from '../drawing/drawing.ts';
import { escaped } from './escaped.ts';

/** Writes a drawing as an SVG element that scales with the page. */
export function svg({ width, height, description, shapes }: Drawing): string {
  const label = escaped(description);
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${shapes.map(element).join('')}</svg>`;
}

function element(shape: Shape): string {
  switch (shape.type) {
    case 'rect':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`;
    case 'dot':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="${shape.fill}"/>`;
    case 'area':
      return `<polygon points="${pointList(shape.points)}" fill="${shape.fill}"/>`;
    case 'line': {
      const dash = shape.dashed ? ' stroke-dasharray="4 3"' : '';
      return `<polyline points="${pointList(shape.points)}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}" stroke-linejoin="round"${dash}/>`;
    }
    case 'text': {
      const anchor = shape.anchor && shape.anchor !== 'start' ? ` text-anchor="${shape.anchor}"` : '';
      const weight = shape.bold ? ' font-weight="600"' : '';
      return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" fill="${shape.fill}"${anchor}${weight}>${escaped(shape.text)}</text>`;
    }
  }
}

function pointList(points: readonly Point[]): string {
  return points.map(([x, y]) => `${x},${y}`).join(' ');
}
