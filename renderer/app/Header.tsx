import { ActionIcon } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { hashOf, menu, type Page, pages } from '../state/page.ts';
import { appWords } from './appWords.ts';
import { ThemeToggle } from './ThemeToggle.tsx';
import './header.css';

interface HeaderProps {
  readonly page: Page;
  readonly onHelp: () => void;
}

export function Header({ page, onHelp }: HeaderProps) {
  const { section } = pages[page.name];
  return (
    <header className="header">
      <button type="button" className="header-skip" onClick={() => document.getElementById('main')?.focus()}>
        {appWords.skip}
      </button>
      <span className="header-name">
        <svg viewBox="0 0 32 20" width="30" height="19" aria-hidden="true" focusable="false">
          <path d="M2 12c3.5 0 3.5-8 7-8s3.5 12 7 12 3.5-7 6.5-7S26 12 30 12" />
        </svg>
        {appWords.name}
      </span>
      <nav className="header-nav" aria-label={appWords.navigation}>
        {menu.map((name) => (
          <a
            key={name}
            href={hashOf({ name })}
            aria-current={page.name === name ? 'page' : undefined}
            data-section={section === name ? true : undefined}
          >
            {appWords.menu[name]}
          </a>
        ))}
      </nav>
      <div className="header-tools">
        <ActionIcon
          variant="subtle"
          color="var(--ss-ink-soft)"
          size="lg"
          aria-label={appWords.shortcuts.open}
          title={appWords.shortcuts.openHint}
          onClick={onHelp}
        >
          <IconKeyboard size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
        <ThemeToggle />
      </div>
    </header>
  );
}
