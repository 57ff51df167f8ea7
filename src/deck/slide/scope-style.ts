import { type CssNode, generate, parse } from 'css-tree';
import { type Draft, tellSlide } from './draft.ts';

/** Rules with no place inside of others: they hold for the whole page by their nature. */
const EVERYWHERE = /^(-\w+-)?(keyframes|font-face|property|counter-style|font-feature-values|page)$/i;

/**
 * The rules of a `<style>` for one slide alone: a class that two slides' styles both name would else be set by the
 * last of them.
 */
export function scopeStyle(css: string, id: string): string {
  const sheet = read(css);
  if (sheet?.type !== 'StyleSheet') return '';
  const everywhere: string[] = [];
  const inside: string[] = [];
  for (const node of sheet.children.toArray()) {
    const isAlone = node.type === 'Atrule' && EVERYWHERE.test(node.name);
    (isAlone ? everywhere : inside).push(generate(node));
  }
  const own = inside.join('');
  const scope = own === '' ? '' : `@scope (section[id="${id.replace(/["\\]/g, '\\$&')}"]){${own}}`;
  return everywhere.join('') + scope;
}

function read(css: string): CssNode | undefined {
  try {
    return parse(css, { onParseError: () => undefined });
  } catch {
    return undefined;
  }
}

/** Says so of a slide whose author may have meant all slides. */
export function tellScope(draft: Draft): void {
  tellSlide(
    draft,
    'the rules of a <style> hold for its own slide',
    'For all slides, put them into a file and name it as "css" in the front matter.',
  );
}
