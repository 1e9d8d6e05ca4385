import { IPU_DECISION_FRAMES } from '../activity/speechActivity/ipuSegmenter.ts';
import { TurnTaking } from '../activity/turnTaking/turnTaking.ts';
import type { TurnTakingEvent } from '../activity/turnTaking/turnTakingEvent.ts';
import { CueEngine } from '../coaching/cueEngine.ts';
import { FloorLight } from '../coaching/floorLight.ts';
import { type FloorNow, FloorWatch } from '../coaching/floorWatch.ts';
import { type PassedWave, Wave, type WaveEvent } from '../coaching/wave.ts';
import type { CallConfig } from '../config/callConfig.ts';
import { configHash } from '../config/configHash.ts';
import { BleedCheck } from '../metrics/bleedCheck.ts';
import type { SignalFacts } from '../metrics/signalCheck.ts';
import type { SpeakerFrame } from '../metrics/speakerFrame.ts';
import type { Baseline } from '../model/baseline.ts';
import type { CallEvent, FloorState, SetupNotice } from '../model/callEvent.ts';
import type { CallReport, FloorTransfer, Overlap, Span, Turn, WaveState } from '../model/callReport.ts';
import type { Cue } from '../model/cue.ts';
import type { Role } from '../model/role.ts';
import { buildReport } from '../report/buildReport.ts';
import type { CallSource } from '../report/callRecord.ts';
import { toHundredth, toMillisecond, toThousandth } from '../report/rounding.ts';
import { FRAMES_PER_SECOND, secondsOf } from '../stream/frameTime.ts';
import { CallerSlices } from './callerSlices.ts';
import type { FrontEndTick } from './partyFrontEnd.ts';
import { type Party, PartyPipeline } from './partyPipeline.ts';

export interface CallPipelineOptions {
  /** One or two parties with different roles. */
  readonly parties: readonly Party[];
  /** The agent's personal baseline; without it a provisional one is learned. */
  readonly baseline: Baseline | undefined;
  readonly config: CallConfig;
}

/**
 * Turns the measurements of each party's front end into events and the report of a call. It is the same for live calls
 * and recordings, and has no clock but the samples.
 *
 * Both parties are joined frame by frame on one 10 ms clock, which drives turn taking, the floor light, the caller's
 * wave and the cues. The output depends on the samples alone, never on their chunking or on which party's arrived
 * first. Memory grows with the content of the report.
 */
export class CallPipeline {
  readonly #config: CallConfig;
  readonly #parties: readonly PartyPipeline[];
  readonly #agent: PartyPipeline | undefined;
  readonly #caller: PartyPipeline | undefined;
  readonly #turnTaking: TurnTaking;
  readonly #floorWatch: FloorWatch | undefined;
  readonly #floorLight: FloorLight | undefined;
  readonly #slices: CallerSlices;
  readonly #wave: Wave;
  readonly #cueEngine: CueEngine | undefined;
  readonly #bleed = new BleedCheck();
  readonly #framesPerMetrics: number;
  #frames = 0;
  #settledFrames = 0;
  #floor: FloorState | undefined;
  readonly #gapsInCapture: CallReport['gapsInCapture'] = [];
  readonly #turns: Turn[] = [];
  readonly #transfers: FloorTransfer[] = [];
  readonly #overlaps: Overlap[] = [];
  readonly #deadAir: Span[] = [];
  readonly #waveStates: { state: WaveState; start: number; end: number }[] = [];
  readonly #waves: PassedWave[] = [];
  readonly #cues: Cue[] = [];

  /**
   * @throws {RangeError} for no party, more than two, or two of the same role; when metrics would not fall on whole
   *   frames
   */
  constructor({ parties, baseline, config }: CallPipelineOptions) {
    const roles = parties.map(({ role }) => role);
    if (parties.length < 1 || new Set(roles).size < roles.length) {
      throw new RangeError(`a call needs one or two parties of different roles, not "${roles.join(', ')}"`);
    }
    this.#config = config;
    this.#parties = parties.map((party) => new PartyPipeline(party, config, baseline));
    this.#agent = this.#parties.find(({ party }) => party.role === 'agent');
    this.#caller = this.#parties.find(({ party }) => party.role === 'customer');
    const isDialogue = this.#agent !== undefined && this.#caller !== undefined;
    this.#turnTaking = new TurnTaking(config, roles);
    this.#floorWatch = isDialogue ? new FloorWatch(config) : undefined;
    this.#floorLight = isDialogue ? new FloorLight(config) : undefined;
    this.#slices = new CallerSlices(config.wave);
    this.#wave = new Wave(config.wave);
    this.#cueEngine = this.#agent ? new CueEngine(config) : undefined;
    this.#framesPerMetrics = FRAMES_PER_SECOND / config.metrics.perSecond;
    if (!Number.isInteger(this.#framesPerMetrics)) {
      throw new RangeError(`${config.metrics.perSecond} metrics per second do not fall on whole frames`);
    }
  }

  /**
   * @param ticks the next output of `PartyFrontEnd` for one party's samples
   * @param signal its facts about all samples so far
   */
  push(role: Role, ticks: readonly FrontEndTick[], signal: SignalFacts): readonly CallEvent[] {
    this.#party(role).push(ticks, signal);
    return this.#advance(Math.min(...this.#parties.map(({ waiting }) => waiting)));
  }

  /** Records a gap in capture, merging adjacent ones. The silence that fills it is pushed like any samples. */
  gap(role: Role, startSeconds: number, seconds: number, reason: string): readonly CallEvent[] {
    const last = this.#gapsInCapture.findLast((gap) => gap.role === role);
    const isSameGap = last?.reason === reason && Math.abs(last.start + last.seconds - startSeconds) < 1e-6;
    if (isSameGap) last.seconds += seconds;
    else this.#gapsInCapture.push({ role, start: startSeconds, seconds, reason });
    return [{ type: 'capture-gap', at: toMillisecond(startSeconds), role, seconds: toMillisecond(seconds), reason }];
  }

  /** Ends the call. A party whose stream is shorter is silent for the rest. */
  flush(): readonly CallEvent[] {
    const events = [...this.#advance(Math.max(...this.#parties.map(({ waiting }) => waiting)))];
    for (const party of this.#parties) for (const boundary of party.end()) this.#turnTaking.push(boundary);
    events.push(...this.#turnTaking.flush().flatMap((event) => this.#onTurnTaking(event)));
    for (const slice of this.#slices.endIpu()) events.push(...this.#onWave(this.#wave.push(slice)));
    events.push(...this.#onWave(this.#wave.flush()));
    if (this.#cueEngine) events.push(...this.#onCues(this.#cueEngine.flush()));
    return events;
  }

  /** Returns the report of a flushed call. */
  report(source: CallSource, version: string): CallReport {
    const inForce = this.#agent?.baseline;
    const lastState = this.#waveStates.at(-1);
    const waveStates = lastState
      ? [...this.#waveStates.slice(0, -1), { ...lastState, end: source.durationSeconds }]
      : [];
    return buildReport(
      {
        configHash: configHash(this.#config),
        speakers: this.#parties.map((party) => party.record()),
        baseline: inForce?.baseline,
        baselineKind: inForce?.kind ?? 'none',
        turns: this.#turns.toSorted((a, b) => a.start - b.start),
        transfers: this.#transfers,
        overlaps: this.#overlaps.toSorted((a, b) => a.start - b.start),
        deadAir: this.#deadAir,
        waveStates,
        waves: this.#waves,
        cues: this.#cues,
        gapsInCapture: this.#gapsInCapture,
      },
      source,
      this.#config,
      version,
    );
  }

  #advance(ticks: number): readonly CallEvent[] {
    const events: CallEvent[] = [];
    for (let tick = 0; tick < ticks; tick++) {
      this.#settle(events);
      this.#coach(events);
      this.#frames += 1;
      if (this.#frames % this.#framesPerMetrics === 0) events.push(this.#metrics());
    }
    return events;
  }

  get #now(): number {
    return secondsOf(this.#frames);
  }

  /** Advances the final results by one frame of every party. */
  #settle(events: CallEvent[]): void {
    let isSettled = false;
    let agentFrame: SpeakerFrame | undefined;
    let callerFrame: SpeakerFrame | undefined;
    for (const party of this.#parties) {
      const { settled, boundaries } = party.advance();
      isSettled ||= settled !== undefined;
      if (party === this.#agent) agentFrame = settled?.frame;
      else callerFrame = settled?.frame;
      if (party === this.#caller && settled) {
        for (const slice of this.#slices.push(settled.frame)) events.push(...this.#onWave(this.#wave.push(slice)));
      }
      for (const boundary of boundaries) {
        this.#turnTaking.push(boundary);
        if (boundary.type !== 'ipu-end') continue;
        const segment: Span = [toMillisecond(boundary.start), toMillisecond(boundary.end)];
        events.push({ type: 'speech', at: this.#now, role: boundary.role, segment });
        if (party === this.#caller) {
          for (const slice of this.#slices.endIpu()) events.push(...this.#onWave(this.#wave.push(slice)));
        }
      }
    }
    if (agentFrame && callerFrame) this.#bleed.push(agentFrame.kPower, callerFrame.kPower, callerFrame.speech);
    if (!isSettled) return;
    this.#settledFrames += 1;
    const decided = this.#settledFrames - IPU_DECISION_FRAMES;
    if (decided <= 0) return;
    for (const event of this.#turnTaking.push({ type: 'decided', until: secondsOf(decided) })) {
      events.push(...this.#onTurnTaking(event));
    }
  }

  /** Updates everything that reacts immediately: the floor light and the cues. */
  #coach(events: CallEvent[]): void {
    const speaking = {
      agentSpeaking: this.#agent?.speakingNow ?? false,
      callerSpeaking: this.#caller?.speakingNow ?? false,
    };
    const floorNow = this.#floorWatch?.push(speaking);
    const floor = this.#floorLight?.push(speaking, this.#wave.state);
    if (floor && floor !== this.#floor) {
      this.#floor = floor;
      events.push({ type: 'floor', at: this.#now, state: floor });
    }
    if (this.#cueEngine) events.push(...this.#onCues(this.#cueEngine.push(this.#coachingFrame(speaking, floorNow))));
  }

  #coachingFrame(
    speaking: { readonly agentSpeaking: boolean; readonly callerSpeaking: boolean },
    floorNow: FloorNow | undefined,
  ) {
    const reading = this.#agent?.reading;
    const inForce = this.#agent?.baseline;
    return {
      at: this.#now,
      ...speaking,
      effortDb: reading?.effortDb,
      momentaryEffortDb: floorNow?.agentOverlapSeconds ? this.#agent?.momentaryEffortDb : undefined,
      rushedRate: reading?.lastingRate?.rate,
      baselineRate: inForce?.kind === 'personal' ? inForce.baseline?.articulationRate?.p50 : undefined,
      pitchSemitones: reading?.pitchSemitones,
      // An apparent overlap may be the caller's own voice.
      agentOverlapSeconds: this.#bleed.isBleeding ? undefined : floorNow?.agentOverlapSeconds,
      silenceSeconds: floorNow?.silenceSeconds,
      wave: this.#caller && this.#wave.state,
      waveHeight: this.#caller && this.#wave.height,
    };
  }

  #onTurnTaking(event: TurnTakingEvent): readonly CallEvent[] {
    const at = this.#now;
    switch (event.type) {
      case 'turn': {
        const tally = this.#party(event.role).takeTurn(event.start, event.end);
        this.#party(event.role).pauses.push(...event.pauses);
        const turn: Turn = {
          role: event.role,
          start: event.start,
          end: event.end,
          syllables: tally.syllables,
          f0MedianHz: tally.f0MedianHz ?? null,
          effortMeanDb: tally.effortMeanDb ?? null,
        };
        this.#turns.push(turn);
        return [{ type: 'turn', at, turn }];
      }
      case 'floor-transfer': {
        const transfer = { from: event.from, to: event.to, at: event.at, seconds: event.seconds };
        this.#transfers.push(transfer);
        return [{ type: 'floor-transfer', at, transfer }];
      }
      case 'overlap': {
        const { type: _, ...found } = event;
        const overlap = { ...found, successful: found.successful ?? null, yieldSeconds: found.yieldSeconds ?? null };
        this.#overlaps.push(overlap);
        return [{ type: 'overlap', at, overlap }];
      }
      case 'dead-air': {
        const span: Span = [event.start, event.end];
        this.#deadAir.push(span);
        return [{ type: 'dead-air', at, span }];
      }
      case 'backchannel':
        return [];
    }
  }

  #onWave(found: readonly WaveEvent[]): readonly CallEvent[] {
    return found.flatMap((event) => {
      if (event.type === 'wave-passed') {
        this.#waves.push(event.wave);
        return [];
      }
      const last = this.#waveStates.at(-1);
      if (last) last.end = event.at;
      this.#waveStates.push({ state: event.state, start: event.at, end: event.at });
      return [{ type: 'wave' as const, at: this.#now, state: event.state }];
    });
  }

  /** Updates the ledger: a pre-empted cue ended earlier than planned. */
  #onCues(events: ReturnType<CueEngine['push']>): readonly CallEvent[] {
    for (const event of events) {
      if (event.type === 'cue') {
        this.#cues.push(event.cue);
        continue;
      }
      const index = this.#cues.findLastIndex((cue) => cue.shown && cue.kind === event.kind);
      const cue = this.#cues[index];
      if (cue) this.#cues[index] = { ...cue, until: Math.min(cue.until, event.at) };
    }
    return events;
  }

  get #notice(): SetupNotice | null {
    if (this.#bleed.isBleeding) return 'bleed';
    if (this.#agent?.baseline?.isGainTurned) return 'gain-turned';
    return this.#agent?.isNarrowBand ? 'narrow-band' : null;
  }

  #metrics(): CallEvent {
    const inForce = this.#agent?.baseline;
    const agentFrames = this.#agent?.speechFrames ?? 0;
    const allFrames = agentFrames + (this.#caller?.speechFrames ?? 0);
    return {
      type: 'metrics',
      at: this.#now,
      agent: this.#agent?.now() ?? null,
      customer: this.#caller?.now() ?? null,
      floor: this.#floor ?? null,
      wave: this.#wave.state ?? null,
      waveHeight: toHundredth(this.#wave.height),
      talkShare: this.#agent && this.#caller && allFrames > 0 ? toThousandth(agentFrames / allFrames) : null,
      baselineRate: toHundredth(inForce?.baseline?.articulationRate?.p50),
      baseline: inForce?.kind ?? 'none',
      notice: this.#notice,
    };
  }

  #party(role: Role): PartyPipeline {
    const found = this.#parties.find(({ party }) => party.role === role);
    if (!found) throw new RangeError(`this call has no ${role} audio`);
    return found;
  }
}
