import { app, type BrowserWindow } from 'electron';
import { stageAfter, stages } from '../../../core/model/callMark.ts';
import type { GlobalShortcut } from '../../../core/model/settings.ts';
import type { Services } from '../../services/createServices.ts';
import { reportUnexpected } from '../../services/reportUnexpected.ts';
import { showWindow } from './appWindow.ts';
import { GlobalShortcuts } from './globalShortcuts.ts';
import { OverlayWindow } from './overlayWindow.ts';
import { followCalls, type RunningCall } from './runningCall.ts';
import { AppTray } from './tray.ts';

/** What stands around the app's window on a desktop, each following the running call: tray, small window, global shortcuts. */
export function startShell(window: BrowserWindow, preload: string, services: Services): void {
  const { live, settings, logger } = services;
  let call: RunningCall | undefined;
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
    tellRefused: (refusedShortcuts) => settings.tellDesktop({ refusedShortcuts }),
  });

  function showTray(): void {
    const state = call === undefined ? 'idle' : call.troubles.length > 0 ? 'trouble' : 'call';
    tray.show({ state, hasOverlay: overlay.isShown });
  }

  followCalls(live, logger, (next) => {
    if (next && !call) overlay.show();
    if (!next) overlay.hide();
    call = next;
    shortcuts.setInCall(next !== undefined);
    showTray();
  });

  // A call outlives the window that it was started in: the page may be what hears it.
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

function act(shortcut: GlobalShortcut, call: RunningCall, { live, cueFeedback, logger }: Services): void {
  const { sessionId, lastCue, marks } = call;
  try {
    if (shortcut === 'flag') {
      live.mark(sessionId, { kind: 'flag' });
    } else if (shortcut === 'nextStage') {
      const stage = stages[stages.indexOf(stageAfter(marks)) + 1];
      if (stage) live.mark(sessionId, { kind: 'stage', stage });
    } else if (lastCue) {
      cueFeedback.markLive(sessionId, { kind: lastCue.kind, at: lastCue.at, wrong: !lastCue.markedWrong });
    }
  } catch (error) {
    // The call may have ended a moment before.
    reportUnexpected(logger, 'A global shortcut had no effect', error);
  }
}
