import { Button } from '@mantine/core';
import { IconPictureInPicture } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { liveWords } from '../liveWords.ts';
import { CompactCall } from './CompactCall.tsx';
import { compactSize, openPictureWindow, picturesAreSupported } from './pictureWindow.ts';

/** A button that moves the call into a small window above all others, if the browser can. It closes with the call. */
export function SmallWindow() {
  const [picture, setPicture] = useState<Window>();

  useEffect(() => {
    if (!picture) return;
    const forget = () => setPicture(undefined);
    picture.addEventListener('pagehide', forget);
    return () => {
      picture.removeEventListener('pagehide', forget);
      picture.close();
    };
  }, [picture]);

  if (!picturesAreSupported()) return null;
  return (
    <>
      <Button
        className="call-small-window"
        variant="default"
        size="md"
        leftSection={<IconPictureInPicture size={18} aria-hidden />}
        aria-pressed={picture !== undefined}
        onClick={() => {
          if (picture) picture.close();
          else void openPictureWindow(compactSize).then(setPicture);
        }}
      >
        {liveWords.smallWindow}
      </Button>
      {picture && createPortal(<CompactCall />, picture.document.body)}
    </>
  );
}
