import type { FloorState } from '../../core/model/callEvent.ts';
import { floorWords } from './floorWords.ts';
import './floorLight.css';

/** Shows whose turn it is by a shape, a word and a colour. */
export function FloorLight({ floor }: { readonly floor: FloorState | undefined }) {
  const turn = floor ? floorWords.states[floor] : floorWords.none;
  return (
    <div className="floor" data-floor={floor ?? 'none'} role="img" aria-label={floorWords.spoken(turn)}>
      <svg className="floor-lamp" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
        <Lamp floor={floor} />
      </svg>
      <span className="floor-text" aria-hidden="true">
        <span className="floor-word">{turn.word}</span>
        <span className="floor-detail">{turn.detail}</span>
      </span>
    </div>
  );
}

/** The shape of the floor light, on a drawing of 120 × 120. */
export function Lamp({ floor }: { readonly floor: FloorState | undefined }) {
  switch (floor) {
    case 'wait':
      return (
        <>
          <path className="floor-shape" d="M38 8h44l30 30v44l-30 30H38L8 82V38z" />
          <path className="floor-sign" d="M49 42v36M71 42v36" />
        </>
      );
    case 'almost':
      return (
        <>
          <circle className="floor-ring" cx="60" cy="60" r="48" />
          <path className="floor-shape" d="M12 60a48 48 0 0 0 96 0z" />
        </>
      );
    case 'your-turn':
      return (
        <>
          <path
            className="floor-shape"
            d="M60 8c31 0 53 19 53 45s-22 45-53 45c-6 0-12-1-17-2L19 112l4-25C13 79 7 67 7 53 7 27 29 8 60 8z"
          />
          <path className="floor-sign floor-sign-wave" d="M32 56c9 0 9-12 18-12s9 22 19 22 9-14 19-12" />
        </>
      );
    case undefined:
      return <circle className="floor-ring floor-ring-none" cx="60" cy="60" r="48" />;
  }
}
