import { measureOf, whyMissing } from '../measures/callMeasures.ts';
import { formatMeasure } from '../measures/formatMeasure.ts';
import type { Measure } from '../measures/measure.ts';
import { type MeasureId, type measures, measureWith } from '../measures/measures.ts';
import { unitFormat } from '../measures/measureUnits.ts';
import { measureWords } from '../measures/measureWords.ts';
import { Formatter } from '../messages/formatter.ts';
import { english, type Language } from '../messages/language.ts';
import { type CallReport, isInterruptionBy, isTalkOver, secondsOfSpans, speakerOf } from '../model/callReport.ts';
import { goodResponseSeconds, hastyResponseSeconds, isWithin, slowResponseSeconds } from '../model/targets.ts';
import { mean } from '../statistics/mean.ts';
import { summaryTexts } from './summaryTexts.ts';

/** The measures at the top of every summary, in order. */
const headlines: readonly MeasureId[] = [
  'softShare',
  'paceShare',
  'agentArticulationRate',
  'medianResponseSeconds',
  'agentInterruptions',
  'talkShare',
  'waves',
  'deadAirSeconds',
  'rushedSeconds',
  'pausesKept',
  'cuesShown',
];

/** One number of a call's summary in words, the same on screens, in exports and on the command line. */
export interface SummaryNumber {
  readonly id: MeasureId | 'loudest';
  readonly label: string;
  /** Undefined if it is not known; `detail` then gives the reason. */
  readonly value: string | undefined;
  readonly detail: string;
  readonly target: string | undefined;
  /** Undefined without a target or a value. */
  readonly isMet: boolean | undefined;
  /** The moment to play, in seconds. */
  readonly jumpTo: number | undefined;
}

/** Returns the headline measures of a call, and its loudest half minute. */
export function summaryNumbers(report: CallReport, language: Language = english()): readonly SummaryNumber[] {
  const writer = new NumberWriter(report, language);
  return [...headlines.map((id) => writer.measure(measureWith(id))), writer.loudest()];
}

class NumberWriter {
  readonly #report: CallReport;
  readonly #format: Formatter;
  readonly #texts: ReturnType<typeof summaryTexts>;
  readonly #measures: ReturnType<typeof measureWords>;

  constructor(report: CallReport, language: Language) {
    this.#report = report;
    this.#format = new Formatter(language);
    this.#texts = summaryTexts(language);
    this.#measures = measureWords(language);
  }

  measure(measure: (typeof measures)[number]): SummaryNumber {
    const { id } = measure;
    const { target }: Measure = measure;
    const value = measureOf(this.#report, measure);
    return {
      id,
      label: this.#measures[id].label,
      target: target && this.#target(measure),
      jumpTo: this.#jumpTo(id),
      ...(value === null
        ? { value: undefined, detail: this.#reason(measure), isMet: undefined }
        : {
            value: formatMeasure(measure, value, this.#format),
            detail: this.#detail(id, value),
            isMet: target && isWithin(value, target),
          }),
    };
  }

  loudest(): SummaryNumber {
    const { label, detail } = this.#texts.loudest;
    const span = speakerOf(this.#report, 'agent')?.effort?.worst30s;
    const number = { id: 'loudest', label, target: undefined, isMet: undefined } as const;
    if (!span) {
      return { ...number, value: undefined, detail: this.#reason(measureWith('agentEffortDb')), jumpTo: undefined };
    }
    const { agent, stepSeconds } = this.#report.timeline;
    const effortDb = mean(agent?.effortDb.slice(span[0] / stepSeconds, span[1] / stepSeconds) ?? []);
    const difference = effortDb === undefined ? undefined : this.#format.difference(effortDb, 1, 'dB');
    return {
      ...number,
      value: this.#format.clockSpan(span),
      detail: difference === undefined ? '' : detail({ difference }),
      jumpTo: span[0],
    };
  }

  #reason(measure: Measure): string {
    const { needsBoth, notEnough } = this.#texts;
    return whyMissing(this.#report, measure) ?? (this.#report.speakers.length < 2 ? needsBoth : notEnough);
  }

  #target(measure: Measure): string {
    const { low, high } = measure.target!;
    const write = (value: number) => formatMeasure(measure, value, this.#format);
    if (low === high) return write(low);
    if (measure.unit === 'share' && high === 1) return this.#texts.atLeast({ value: write(low) });
    return this.#texts.range({ low: this.#format.number(low, unitFormat(measure.unit).digits), high: write(high) });
  }

  #detail(id: MeasureId, value: number): string {
    const texts = this.#texts;
    const { source, overlaps, deadAir, waves } = this.#report;
    switch (id) {
      case 'medianResponseSeconds':
        return this.#response(value);
      case 'agentInterruptions': {
        const talkOver = overlaps.filter(isTalkOver);
        const seconds = secondsOfSpans(talkOver.map(({ start, end }) => [start, end]));
        return texts.talkOver({ count: talkOver.length, length: this.#format.duration(seconds) });
      }
      case 'talkShare':
        return texts.caller({ share: this.#format.share(1 - value) });
      case 'waves': {
        const changeDb = measureOf(this.#report, measureWith('waveLevelChangeDb'));
        if (waves.length === 0) return texts.waves.none;
        if (changeDb === null) return texts.waves.unknown;
        return texts.waves.change({ change: this.#format.difference(changeDb, 1, 'dB') });
      }
      case 'deadAirSeconds': {
        const longest = Math.max(0, ...deadAir.map(([start, end]) => end - start));
        return longest === 0 ? texts.noDeadAir : texts.longest({ length: this.#format.duration(longest) });
      }
      case 'rushedSeconds':
        return texts.spans({ count: speakerOf(this.#report, 'agent')?.rushedSpans.length ?? 0 });
      case 'cuesShown':
        return source.kind === 'live' ? this.#measures[id].detail : texts.wouldBeShown;
      default:
        return this.#measures[id].detail;
    }
  }

  #response(seconds: number): string {
    const { early, hasty, quick, good, long, slow } = this.#texts.response;
    if (seconds < 0) return early({ seconds: this.#format.duration(-seconds) });
    if (isWithin(seconds, goodResponseSeconds)) return good;
    if (seconds < hastyResponseSeconds) return hasty;
    if (seconds < goodResponseSeconds.low) return quick;
    return seconds <= slowResponseSeconds ? long : slow;
  }

  #jumpTo(id: MeasureId): number | undefined {
    const { overlaps, waves, deadAir } = this.#report;
    switch (id) {
      case 'agentInterruptions':
        return overlaps.find(isInterruptionBy('agent'))?.start;
      case 'waves':
        return waves[0]?.peak;
      case 'deadAirSeconds':
        return deadAir[0]?.[0];
      case 'rushedSeconds':
        return speakerOf(this.#report, 'agent')?.rushedSpans[0]?.[0];
      default:
        return undefined;
    }
  }
}
