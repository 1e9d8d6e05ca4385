import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { IconContrastFilled, IconMoon, IconSun } from '@tabler/icons-react';
import { appWords } from './appWords.ts';

const nextScheme = { light: 'dark', dark: 'auto', auto: 'light' } as const;
const icons = { light: IconSun, dark: IconMoon, auto: IconContrastFilled } as const;

export function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = icons[colorScheme];
  const label = appWords.schemeButton({ scheme: appWords.schemes[colorScheme] });
  return (
    <ActionIcon
      variant="subtle"
      color="var(--ss-ink-soft)"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(nextScheme[colorScheme])}
    >
      <Icon size={20} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
