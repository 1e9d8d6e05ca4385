/** Writes the call report's JSON Schema to docs/call-report.schema.json. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { callReportSchema } from '../core/model/callReport.ts';

const schema = z.toJSONSchema(callReportSchema, { target: 'draft-2020-12' });
writeFileSync(
  new URL('../docs/call-report.schema.json', import.meta.url),
  `${JSON.stringify({ $id: 'softspoken.call-report/1', title: 'Softspoken call report', ...schema }, null, 2)}\n`,
);
