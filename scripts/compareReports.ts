import { readFileSync } from 'node:fs';
import { callReportSchema } from '../core/model/callReport.ts';

const usage = `Compares two files of call reports, one JSON report per line as \`analyze --json\` prints them, and lists every field
whose value differs, with the number of reports and values concerned, the largest difference and an example.

  node scripts/compareReports.ts BEFORE.jsonl AFTER.jsonl

Exits with 1 if anything differs.`;

interface Difference {
  readonly reports: Set<string>;
  values: number;
  largest: number;
  readonly example: string;
}

/** Reads the reports in a file, by the path of their recording. */
function readReports(file: string): Map<string, unknown> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const reports = lines.map((line) => callReportSchema.parse(JSON.parse(line)));
  return new Map(reports.map((report) => [report.source.path ?? '', report]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Calls `onDifference` for every leaf that differs; indices in a list are written as `[]`. */
function compare(
  one: unknown,
  other: unknown,
  path: string,
  onDifference: (path: string, one: unknown, other: unknown) => void,
): void {
  if (!isRecord(one) || !isRecord(other)) {
    if (one !== other) onDifference(path, one, other);
    return;
  }
  const inList = Array.isArray(one);
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    compare(one[key], other[key], inList ? `${path}[]` : `${path}.${key}`, onDifference);
  }
}

const [beforeFile, afterFile] = process.argv.slice(2);
if (!beforeFile || !afterFile) {
  console.error(usage);
  process.exit(2);
}
const before = readReports(beforeFile);
const after = readReports(afterFile);
const differences = new Map<string, Difference>();
for (const [recording, report] of before) {
  compare(report, after.get(recording), '', (path, one, other) => {
    const example = `${recording}: ${JSON.stringify(one)} → ${JSON.stringify(other)}`;
    const found = differences.get(path) ?? { reports: new Set(), values: 0, largest: 0, example };
    found.reports.add(recording);
    found.values += 1;
    if (typeof one === 'number' && typeof other === 'number')
      found.largest = Math.max(found.largest, Math.abs(one - other));
    differences.set(path, found);
  });
}
console.log(`${before.size} reports before, ${after.size} after`);
for (const [path, { reports, values, largest, example }] of differences) {
  console.log(`${path}: ${values} values in ${reports.size} reports, largest difference ${largest} (${example})`);
}
const added = [...after.keys()].filter((recording) => !before.has(recording));
for (const recording of added) console.log(`only after: ${recording}`);
process.exitCode = differences.size + added.length > 0 ? 1 : 0;
