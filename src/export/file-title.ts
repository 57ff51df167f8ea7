import type { FrontMatter } from '../deck/front-matter.ts';

/** A deck's title with its subtitle. */
export function titleOf({ title, subtitle }: FrontMatter): string {
  return [title, subtitle].filter(Boolean).join(': ');
}
