import { Button, MantineProvider } from '@mantine/core';
import { cspNonce } from '../components/cspNonce.ts';
import { ErrorNote } from '../components/ErrorNote.tsx';
import { type Intents, IntentsProvider } from '../intents/intents.ts';
import { appWords } from './appWords.ts';
import { Shell } from './Shell.tsx';
import { paletteResolver, theme } from './theme.ts';

/** The connection to the host: being made, made, or lost. */
export type AppStatus =
  | { readonly name: 'connecting' }
  | { readonly name: 'open'; readonly intents: Intents }
  | { readonly name: 'lost' };

export function App({ status }: { readonly status: AppStatus }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={paletteResolver}
      defaultColorScheme="auto"
      getStyleNonce={cspNonce}
    >
      <AppContent status={status} />
    </MantineProvider>
  );
}

function AppContent({ status }: { readonly status: AppStatus }) {
  switch (status.name) {
    case 'connecting':
      return <main className="shell-message">{appWords.connecting}</main>;
    case 'lost':
      return (
        <main className="shell-message">
          <ErrorNote title={appWords.lost.title} message={appWords.lost.message}>
            <Button mt="md" display="block" onClick={() => window.location.reload()}>
              {appWords.lost.action}
            </Button>
          </ErrorNote>
        </main>
      );
    case 'open':
      return (
        <IntentsProvider value={status.intents}>
          <Shell />
        </IntentsProvider>
      );
  }
}
