import type { DrawDiagrams } from '../site/compile-drawn.ts';
import { findMermaid } from './find-mermaid.ts';

/** Draws diagrams where Mermaid is installed. What that needs is loaded with the first one: most decks have none. */
export const drawDiagrams: DrawDiagrams = async (written, setting) => {
  const mermaid = findMermaid(setting.root);
  if (!mermaid) return written.map(() => ({ lacks: 'mermaid' }));
  const { drawMermaid } = await import('./draw-mermaid.ts');
  return drawMermaid(written, mermaid, setting);
};
