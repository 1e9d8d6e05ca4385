import './app/validLanguage.ts';
import './app/zodWithoutEval.ts';
import '@mantine/core/styles.css';
import './app/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type AppStatus } from './app/App.tsx';
import { connectHost } from './host/connectHost.ts';
import { createIntents } from './intents/intents.ts';

const container = document.getElementById('root');
if (!container) throw new RangeError('index.html has no #root.');
const root = createRoot(container);

function show(status: AppStatus): void {
  root.render(
    <StrictMode>
      <App status={status} />
    </StrictMode>,
  );
}

show({ name: 'connecting' });
connectHost({
  onOpen: (connection) => show({ name: 'open', intents: createIntents(connection) }),
  onLost: () => show({ name: 'lost' }),
});
