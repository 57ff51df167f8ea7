import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that begin with `Zq` stand where no slide shows them: in comments, notes, hidden slides, other events and cells. */
const FILES: Readonly<Record<string, string>> = {
  'deck.md': `---
title: A mill
date: 2024-05-06
# Zqfront
---
# A mill

<!-- Zqcomment -->

It turns.

Note:
Zqnote spoken words.

---
<!-- .slide: id="few" data-secret="Zqattribute" -->
## A few

\`\`\`timeline
range: 1810/1819
# Zqfence
\`\`\`

---
<!-- .slide: id="numbers" -->
## Numbers

\`\`\`chart
file: numbers.csv
x: year
y: tonnes
\`\`\`

Flour [@shown].

[//]: # (Zqlabel)

Note:
Zqmore with a source [@told].

---
<!-- .slide: data-visibility="hidden" -->
## Zqhidden

Zqhiding.
`,
  'timeline.yaml': `# Zqyaml
title: A mill
from: "1800"
to: "1900"
lanes: [{ id: a, name: Mill }]
events:
  - { id: x, lane: a, date: "1815", title: Built, label: Built, significance: 1, summary: Zqsummary }
  - { id: y, lane: a, date: "1850", title: Zqevent, label: Zqlater, significance: 1 }
`,
  'numbers.csv': 'year,tonnes,secret\n2001,3,Zqcell\n2002,4,Zqcells\n2003,6,Zqlast\n',
  'sources.yaml': `- { id: shown, type: book, title: A book, issued: "1999", note: Zqremark }
- { id: told, type: book, title: Zqtold, issued: "1999" }
- { id: unread, type: book, title: Zqunread, issued: "1999" }
`,
};

/** Writes the deck, and says what must not leave it. */
export function writeLeakDeck(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(folder, path), text);
  return [
    ...new Set(
      Object.values(FILES)
        .join(' ')
        .match(/\bZq\w+/g),
    ),
  ];
}
