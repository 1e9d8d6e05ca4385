import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionOverPorts } from '../../../../renderer/host/connectHost.ts';
import { createIntents, type Intents } from '../../../../renderer/intents/intents.ts';
import { useCallStore } from '../../../../renderer/state/callStore.ts';
import { pageImportId, useImportStore } from '../../../../renderer/state/importStore.ts';
import { idleLive, useLiveStore } from '../../../../renderer/state/liveStore.ts';
import { useRecordingStore } from '../../../../renderer/state/recordingStore.ts';
import { silentSource, useSourceStore } from '../../../../renderer/state/sourceStore.ts';
import { type FakeHostOptions, serveFakeHost } from '../../../support/fakeHost.ts';

/** The part of a page that intents touch: its address. */
const page = { location: { hash: '' } };
const ports: MessagePort[] = [];

beforeEach(() => {
  page.location.hash = '';
  vi.stubGlobal('window', page);
  useLiveStore.setState(idleLive(), true);
  useCallStore.setState({ phase: 'none' }, true);
  useImportStore.setState({ imports: [], pageImport: undefined });
  useRecordingStore.setState({ samples: [], analysis: { phase: 'idle' } });
});

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
  vi.unstubAllGlobals();
});

/** Intents that talk to a fake host; `uploaded` counts the bytes it received. */
function connect(options: FakeHostOptions = {}): { intents: Intents; uploaded: () => number } {
  const rpc = new MessageChannel();
  const bulk = new MessageChannel();
  ports.push(rpc.port1, rpc.port2, bulk.port1, bulk.port2);
  serveFakeHost(rpc.port1, options);
  let bytes = 0;
  bulk.port1.addEventListener('message', ({ ports: [port] }) => {
    port?.addEventListener('message', ({ data }) => {
      if (!(data instanceof ArrayBuffer)) return;
      bytes += data.byteLength;
      port.postMessage(JSON.stringify({ receivedBytes: bytes }));
    });
    port?.start();
  });
  bulk.port1.start();
  rpc.port2.start();
  return { intents: createIntents(connectionOverPorts(rpc.port2, bulk.port2)), uploaded: () => bytes };
}

describe('a live call', () => {
  beforeEach(() => {
    const agent = { ...silentSource, choice: { kind: 'device', name: 'Headset Microphone' } } as const;
    useSourceStore.setState({ sources: { agent, customer: silentSource } });
  });

  it('fills the store while it runs and leads to its page when it is stopped', async () => {
    const { intents } = connect({ liveFrom: 60 });
    await intents.live.start();
    await vi.waitFor(() => expect(useLiveStore.getState().call?.metrics?.at).toBeGreaterThanOrEqual(60));
    expect(useLiveStore.getState().call?.session.inputs).toMatchObject([{ role: 'agent', kind: 'device' }]);

    await intents.live.stop();
    await vi.waitFor(() => expect(page.location.hash).toBe('#/calls/two'));
    expect(useLiveStore.getState()).toEqual(idleLive());
  });

  it('is found again by a reloaded page that asks more than once', async () => {
    const { intents } = connect();
    await intents.live.start();
    await vi.waitFor(() => expect(useLiveStore.getState().phase).toBe('running'));
    useLiveStore.setState(idleLive(), true);
    void intents.live.resume();
    void intents.live.resume();
    await vi.waitFor(() => expect(useLiveStore.getState().call?.metrics).toBeDefined());
    await intents.live.stop();
    await vi.waitFor(() => expect(useLiveStore.getState().phase).toBe('idle'));
  });

  it('is recorded if the settings say so, paused and resumed', async () => {
    const { intents } = connect();
    const isRecording = (state: string | undefined) =>
      vi.waitFor(() => expect(useLiveStore.getState().call?.recording?.state).toBe(state));
    await intents.settings.update({ recording: { enabled: true } });
    await intents.live.start();
    await isRecording('on');
    await intents.live.toggleRecording();
    await isRecording('paused');
    await intents.live.toggleRecording();
    await isRecording('on');
    await intents.live.stop();
    await vi.waitFor(() => expect(useLiveStore.getState().phase).toBe('idle'));
  });

  it('does not change the page of a small window when it ends', async () => {
    page.location.hash = '#/compact';
    const { intents } = connect();
    await intents.live.start();
    await intents.live.stop();
    await vi.waitFor(() => expect(useLiveStore.getState().phase).toBe('idle'));
    expect(page.location.hash).toBe('#/compact');
  });
});

describe('opening a recording', () => {
  const file = new File([new Uint8Array(700_000)], 'call.wav');

  it('uploads every byte, shows progress and leads to the call’s page', async () => {
    const { intents, uploaded } = connect({ analysisSeconds: 0.3 });
    const opening = intents.recordings.openFile(file, null);
    await vi.waitFor(() =>
      expect(useRecordingStore.getState().analysis).toMatchObject({ phase: 'running', title: 'call.wav' }),
    );
    await opening;
    expect(page.location.hash).toBe('#/calls/two');
    expect(useRecordingStore.getState().analysis).toEqual({ phase: 'idle' });
    expect(uploaded()).toBe(700_000);
  });

  it('shows the sentence of a failure until it is dismissed', async () => {
    const failure = { code: 'not-audio', message: 'This is not a recording. Choose another file.' } as const;
    const { intents } = connect({ failure });
    await intents.recordings.openSample('loud', 'The sample');
    expect(useRecordingStore.getState().analysis).toEqual({ phase: 'failed', title: 'The sample', error: failure });
    intents.recordings.dismiss();
    expect(useRecordingStore.getState().analysis).toEqual({ phase: 'idle' });
  });

  it('ends without an error when it is cancelled', async () => {
    const { intents } = connect({ analysisSeconds: 20 });
    const opening = intents.recordings.openSample('loud', 'The sample');
    await vi.waitFor(() => expect(useRecordingStore.getState().analysis).toMatchObject({ remainingSeconds: 20 }));
    await intents.recordings.cancel();
    await opening;
    expect(useRecordingStore.getState().analysis).toEqual({ phase: 'idle' });
    expect(page.location.hash).toBe('');
  });

  it('opens one at a time', async () => {
    const { intents } = connect();
    const first = intents.recordings.openSample('loud', 'First');
    await intents.recordings.openSample('soft', 'Second');
    expect(useRecordingStore.getState().analysis).toMatchObject({ title: 'First' });
    await first;
  });
});

describe('several files of the page', () => {
  const files = ['one.wav', 'two.wav', 'three.wav'].map((name) => new File([new Uint8Array(1_000)], name));
  const state = () => useImportStore.getState().pageImport;

  it('are imported one after another, and failures are listed', async () => {
    const failure = { code: 'not-audio', message: 'This is not a recording. Choose another file.' } as const;
    const { intents, uploaded } = connect({ analysisSeconds: 0.1, failure });
    const importing = intents.imports.addFiles(files, null);
    await vi.waitFor(() => expect(state()).toMatchObject({ state: 'running', progress: { current: ['one.wav'] } }));
    await importing;
    expect(uploaded()).toBe(3_000);
    const failures = files.map(({ name }) => ({ name, error: failure }));
    expect(state()).toMatchObject({ state: 'done', progress: { total: 3, done: 0, failed: 3, failures, current: [] } });
  });

  it('wait while they are paused, including the current one', async () => {
    const { intents } = connect({ analysisSeconds: 0.4 });
    const importing = intents.imports.addFiles(files.slice(0, 2), null);
    await vi.waitFor(() => expect(state()?.progress.current).toEqual(['one.wav']));
    await intents.imports.pause(pageImportId);
    await importing;
    expect(state()).toMatchObject({ state: 'paused', progress: { total: 2, done: 0, failed: 0, current: [] } });
    await intents.imports.resume(pageImportId);
    expect(state()).toMatchObject({ state: 'done', progress: { done: 2 } });
  });

  it('are no longer listed once they are removed', async () => {
    const { intents } = connect({ analysisSeconds: 20 });
    const importing = intents.imports.addFiles(files, null);
    await vi.waitFor(() => expect(state()?.progress.current).toEqual(['one.wav']));
    await intents.imports.remove(pageImportId);
    await importing;
    expect(state()).toBeUndefined();
  });
});

describe('a call on the screen', () => {
  it('is fetched with its report', async () => {
    const { intents } = connect();
    await intents.calls.open('two');
    expect(useCallStore.getState()).toMatchObject({ phase: 'ready', call: { title: 'Order never arrived' } });
  });

  it('that no longer exists shows the host’s error', async () => {
    const { intents } = connect();
    await intents.calls.open('gone');
    expect(useCallStore.getState()).toMatchObject({ phase: 'failed', error: { code: 'no-such-call' } });
  });
});
