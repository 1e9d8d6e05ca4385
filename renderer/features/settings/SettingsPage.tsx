import { Button } from '@mantine/core';
import { goTo } from '../../state/page.ts';
import { useSettingsStore } from '../../state/settingsStore.ts';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { CueSettings } from './CueSettings.tsx';
import { DesktopSettings } from './DesktopSettings.tsx';
import { DetectionSettings } from './DetectionSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { RetentionSettings } from './RetentionSettings.tsx';
import { settingsWords } from './settingsWords.ts';
import { VoiceSettings } from './VoiceSettings.tsx';
import './settings.css';

/** Everything an agent can change. Every change is saved immediately. */
export function SettingsPage() {
  const view = useSettingsStore((state) => state.view);
  if (!view) return null;
  const { settings, cueThresholds, desktop } = view;
  return (
    <div className="settings">
      <h1 className="settings-title">{settingsWords.title}</h1>
      <CueSettings settings={settings} thresholds={cueThresholds} />
      <VoiceSettings />
      <DetectionSettings detection={settings.callDetection} />
      <RetentionSettings recording={settings.recording} retention={settings.retention} />
      <KeySettings shortcuts={settings.shortcuts} />
      {desktop && <DesktopSettings settings={settings} desktop={desktop} />}
      <AppearanceSettings />
      <Button className="settings-aside" variant="default" onClick={() => goTo({ name: 'rubric' })}>
        {settingsWords.rubric}
      </Button>
      <Button className="settings-guide" variant="default" onClick={() => goTo({ name: 'setup', step: 'microphone' })}>
        {settingsWords.guide}
      </Button>
    </div>
  );
}
