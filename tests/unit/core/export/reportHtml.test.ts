import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../../../core/export/html/reportHtml.ts';
import { reviewedCall } from '../../../support/reviewedCall.ts';
import { syntheticReport, syntheticReportOfOneSpeaker } from '../../../support/syntheticReport.ts';

describe('the report as a page', () => {
  const html = reportHtml(reviewedCall());

  it('is self-contained and runs no script', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|href=|url\(|@import|\bon\w+=/i);
    expect(html).toContain("default-src 'none'");
  });

  it('shows the numbers with their targets, or the reason if one is missing', () => {
    expect(html).toContain('<dd class="value">71%</dd>');
    expect(html).toContain('target 80% or more');
    const alone = reportHtml(reviewedCall({ report: syntheticReportOfOneSpeaker() }));
    expect(alone).toContain('<dd class="value">–</dd><dd>needs both parties</dd>');
  });

  it('gives each reason once, with all fields that are missing for it', () => {
    const alone = reportHtml(reviewedCall({ report: syntheticReportOfOneSpeaker() }));
    const reason = 'no caller audio';
    expect(alone).toContain(`<b>gaps, overlaps, deadAir, wave, waves, coRegulation</b><p>${reason}</p>`);
  });

  it('shows what people wrote as text, never as markup', () => {
    const hostile = '<img src=x onerror=alert(1)> & "quotes"\u0007';
    const page = reportHtml({ ...reviewedCall(), title: hostile });
    expect(page).not.toContain('<img');
    expect(page).toContain('<h1>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;</h1>');
  });

  it('draws only finite numbers, for the longest call and an empty one', () => {
    const report = syntheticReport();
    const steps = 4 * 3600;
    const values = Array.from({ length: steps }, (_, i) => (i % 40 < 25 ? -20 + (i % 7) : null));
    const agent = { levelLufs: values, effortDb: values, articulationRate: values, pitchSemitones: values };
    const hour = {
      ...report,
      source: { ...report.source, durationSeconds: 3600 },
      timeline: { ...report.timeline, agent },
    };
    const source = { ...report.source, durationSeconds: 0 };
    const empty = { ...report, source, timeline: { stepSeconds: 0.25, agent: null, customer: null }, speakers: [] };
    for (const shown of [hour, empty]) {
      const page = reportHtml(reviewedCall({ report: shown }));
      expect(page).not.toMatch(/NaN|Infinity|undefined/);
      expect(page.length).toBeLessThan(150_000);
    }
  });
});
