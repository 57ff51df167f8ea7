import { expect, test } from 'vitest';
import { plainDeck, slidesOf } from '../../../bench/plain-deck.ts';

test('a plain deck says what every program reads: no notes, directives, citations, and no figures of our own', () => {
  const deck = `---
title: One
---
<!-- .slide: class="title" -->
# One

Note:
Said, not shown.

---
## Two

\`\`\`timeline
\`\`\`

---
## Three

::: columns
A sentence. [@a; @b, p. 3]
:::

\`\`\`python [1|3-4]
rate = 1
\`\`\`

Most[^1]

[^1]: Not all.
`;
  const plain = plainDeck(deck);
  expect(plain).toBe(
    '---\ntitle: One\n---\n# One\n\n---\n\n## Three\n\nA sentence.\n\n```python\nrate = 1\n```\n\nMost\n',
  );
  expect(slidesOf(plain)).toBe(2);
});
