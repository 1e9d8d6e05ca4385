/** Runs an action once the current content has been painted; returns a function that undoes or cancels it. */
export function afterPaint(act: () => (() => void) | undefined): () => void {
  let undo: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      undo = act();
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    undo?.();
  };
}
