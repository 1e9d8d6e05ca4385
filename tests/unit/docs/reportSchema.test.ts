import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reportSchemaText } from '../../../scripts/writeReportSchema.ts';

it('publishes the same report schema as the code (if not: npm run schema)', () => {
  const published = readFileSync(new URL('../../../docs/call-report.schema.json', import.meta.url), 'utf8');
  expect(published).toBe(reportSchemaText());
});
