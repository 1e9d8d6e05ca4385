import { type CallReport, type SpeakerReport, speakerOf } from '../model/callReport.ts';
import { otherRole } from '../model/role.ts';

/** Voices on one channel can't be separated: docs/adr/0014-one-voice-is-not-told-from-another.md */
const ONE_CHANNEL =
  'this recording has one channel, and its voices can’t be separated: if agent and caller share it, every measure is of ' +
  'both together. Record them on two channels, or export the channels separately';

/**
 * Lists every field that is missing from a report, with the reason in plain words.
 *
 * @param gainStepSeconds times at which the gain of the agent's microphone changed
 */
export function unavailableFields(
  report: Omit<CallReport, 'unavailable'>,
  breakMessage: string | null,
  gainStepSeconds: readonly number[],
): CallReport['unavailable'] {
  const found: CallReport['unavailable'] = [];
  const miss = (field: string, reason: string) => found.push({ field, reason });
  if (breakMessage !== null) miss('source', breakMessage);
  const agent = speakerOf(report, 'agent');
  if (report.speakers.length < 2) {
    const { kind, channels } = report.source;
    for (const { role } of report.speakers) {
      if (kind === 'file' && channels === 1) miss(`speakers.${otherRole(role)}`, ONE_CHANNEL);
    }
    const reason = agent ? 'no caller audio' : 'no agent audio';
    const fields = [
      'gaps',
      'overlaps',
      'deadAir',
      'summary.talkShare',
      'summary.medianResponseGapSeconds',
      'summary.agentInterruptions',
    ];
    for (const field of fields) miss(field, reason);
    if (agent) for (const field of ['wave', 'waves', 'coRegulation']) miss(field, reason);
  } else {
    if (report.summary.talkShare === null) miss('summary.talkShare', 'nobody speaks');
    if (report.summary.medianResponseGapSeconds === null) {
      miss('summary.medianResponseGapSeconds', 'the agent never answers the caller');
    }
    if (report.coRegulation === null) {
      miss('coRegulation', 'fewer than three soft turns of the agent between turns of the caller');
    }
  }
  for (const { role, articulationRate, level, pitch, signal, speech } of report.speakers) {
    const field = (name: string) => `speakers.${role}.${name}`;
    if (speech.seconds === 0) {
      miss(field('speech'), 'no speech was found on this channel');
      continue;
    }
    if (articulationRate === null) miss(field('articulationRate'), 'under 1.5 s of speech');
    if (pitch.medianHz === null) miss(field('pitch'), 'no clearly voiced speech');
    if (level.integratedLufs === null) miss(field('level.integratedLufs'), 'nothing above −70 LUFS');
    if (signal.snrDb === null) miss(field('signal.snrDb'), 'no silence to measure the background noise in');
  }
  if (agent && gainStepSeconds.length > 0) {
    const times = gainStepSeconds.map((seconds) => `${seconds.toFixed(0)} s`).join(', ');
    const reason = `the microphone level changed at ${times}`;
    miss('speakers.agent.steadiness.levelSdDb', reason);
    if (report.waves.some(({ agentLevelChangeDb }) => agentLevelChangeDb === null)) {
      miss('waves.agentLevelChangeDb', `${reason}, so changes of level around that time are not measured`);
    }
  }
  if (agent) missingAgainstBaseline(report, agent, miss);
  miss('summary.score', 'no score is given; the measures stand for themselves');
  return found;
}

function missingAgainstBaseline(
  report: Omit<CallReport, 'unavailable'>,
  agent: SpeakerReport,
  miss: (field: string, reason: string) => void,
): void {
  const noBaseline = report.analysis.baseline === 'none' ? 'no baseline and under 20 s of speech' : undefined;
  if (agent.effort === null) {
    const reason = noBaseline ?? 'too little clear speech: the background noise is within 15 dB of the voice';
    miss('speakers.agent.effort', reason);
    miss('summary.softShare', reason);
  }
  if (report.summary.paceShare === null) {
    miss('summary.paceShare', noBaseline ?? 'too little speech to compare with the usual pace');
  }
  if (report.analysis.baseline === 'provisional') {
    miss('analysis.baseline', 'provisional: learned from the first 20 s of the agent’s own speech in this call');
  }
}
