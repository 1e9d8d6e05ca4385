/** `npm run schema` writes the call report's JSON Schema to docs/call-report.schema.json. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { callReportSchema } from '../core/model/callReport.ts';

/** Returns the text of docs/call-report.schema.json. */
export function reportSchemaText(): string {
  const schema = z.toJSONSchema(callReportSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ $id: 'softspoken.call-report/1', title: 'Softspoken call report', ...schema }, null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('../docs/call-report.schema.json', import.meta.url), reportSchemaText());
}
