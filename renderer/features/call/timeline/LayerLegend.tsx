import { callWords } from '../callWords.ts';
import { type Layer, layers } from './layers.ts';
import { markLooks } from './markLooks.ts';

interface LayerLegendProps {
  /** Layers with at least one mark in this call. */
  readonly present: readonly Layer[];
  readonly shown: readonly Layer[];
  readonly onChange: (shown: readonly Layer[]) => void;
}

const words = callWords.timeline;

/** The key to the marks; each entry switches its layer. */
export function LayerLegend({ present, shown, onChange }: LayerLegendProps) {
  const toggle = (layer: Layer) =>
    onChange(layers.filter((other) => (other === layer ? !shown.includes(layer) : shown.includes(other))));
  return (
    <fieldset className="legend">
      <legend>{words.layersLabel}</legend>
      {present.map((layer) => (
        <label key={layer} title={layer === 'talk-over' ? words.talkOverHint : undefined}>
          <input type="checkbox" checked={shown.includes(layer)} onChange={() => toggle(layer)} />
          <span className="legend-swatch" style={markLooks[layer]} aria-hidden="true" />
          {words.layers[layer]}
        </label>
      ))}
    </fieldset>
  );
}
