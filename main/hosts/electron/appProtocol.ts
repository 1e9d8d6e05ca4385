import { protocol, type Session } from 'electron';
import type { Logger } from '../../logger.ts';
import { appScheme } from './appAddress.ts';
import { type AppContent, answerAppRequest } from './appAnswers.ts';

/** Gives the app's scheme an origin of its own, as a web address has. Call it before the app is ready. */
export function registerAppScheme(): void {
  // Media can be played, and sought in, only from a scheme that is both standard and a stream.
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the app's scheme to the pages of this session. */
export function serveApp(session: Session, content: AppContent, logger: Logger): void {
  session.protocol.handle(appScheme, async (request) => {
    try {
      return await answerAppRequest(request, content);
    } catch (error) {
      logger.error('A request could not be answered', error);
      return new Response(null, { status: 500 });
    }
  });
}
