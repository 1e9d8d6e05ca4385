import { app, type BrowserWindow } from 'electron';
import type { LiveCall } from '../../../contract/liveCall.ts';
import { stageAfter, stages } from '../../../core/model/callMark.ts';
import type { GlobalShortcut } from '../../../core/model/settings.ts';
import type { Services } from '../../services/createServices.ts';
import { reportUnexpected } from '../../services/reportUnexpected.ts';
import { showWindow } from './appWindow.ts';
import { followCalls } from './followCalls.ts';
import { GlobalShortcuts } from './globalShortcuts.ts';
import { OverlayWindow } from './overlayWindow.ts';
import { AppTray } from './tray.ts';

/**
 * Starts everything around the app's window on a desktop: tray, small window, global shortcuts. Each follows the
 * running call.
 */
export function startShell(window: BrowserWindow, preload: string, services: Services): void {
  const { live, settings, logger } = services;
  let call: LiveCall | undefined;
  const overlay = new OverlayWindow(preload, services);
  const tray = new AppTray({
    show: () => showWindow(window),
    toggleOverlay() {
      if (overlay.isShown) overlay.hide();
      else if (call) overlay.show();
      showTray();
    },
    quit: () => app.quit(),
  });
  const shortcuts = new GlobalShortcuts({
    act: (shortcut) => call && act(shortcut, call, services),
    onRefused: (refusedShortcuts) => settings.setDesktop({ refusedShortcuts }),
  });

  function showTray(): void {
    const state = call === undefined ? 'idle' : hasTrouble(call) ? 'trouble' : 'call';
    tray.show({ state, hasOverlay: overlay.isShown });
  }

  followCalls(live, logger, (next) => {
    if (next && !call) overlay.show();
    if (!next) overlay.hide();
    call = next;
    shortcuts.setInCall(next !== undefined);
    showTray();
  });

  // A call outlives the window that it was started in: the page may be what captures it.
  window.on('close', (event) => {
    if (!call) return;
    event.preventDefault();
    window.hide();
  });
  window.once('closed', () => app.quit());

  void (async () => {
    for await (const view of settings.watch()) {
      overlay.follow(view.settings.overlay);
      shortcuts.follow(view.settings.globalShortcuts);
    }
  })();
}

function hasTrouble({ sourceTroubles, recording }: LiveCall): boolean {
  return Object.keys(sourceTroubles).length > 0 || recording?.state === 'failed';
}

function act(shortcut: GlobalShortcut, call: LiveCall, { live, cueFeedback, logger }: Services): void {
  const { lastCue, marks } = call;
  const { sessionId } = call.session;
  try {
    if (shortcut === 'flag') {
      live.session(sessionId).mark({ kind: 'flag' });
    } else if (shortcut === 'nextStage') {
      const stage = stages[stages.indexOf(stageAfter(marks)) + 1];
      if (stage) live.session(sessionId).mark({ kind: 'stage', stage });
    } else if (lastCue) {
      cueFeedback.markLive(sessionId, { kind: lastCue.kind, at: lastCue.at, wrong: !lastCue.markedWrong });
    }
  } catch (error) {
    // The call may just have ended.
    reportUnexpected(logger, 'A global shortcut had no effect', error);
  }
}
