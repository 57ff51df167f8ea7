import { command, oneDeck } from './command.ts';
import { makeOrList } from './make-or-list.ts';

export const exportCommand = command({
  name: 'export',
  takes: '[deck] --output file',
  says: 'print it to a PDF, one page a slide',
  more: [
    '--format pdf|html|handout|png|pptx|poster|text   --report file.json   --strict   --force replaces a file of another program',
    'pdf: --steps --notes --verify --attach tables|source|none   html: --public   handout: --paper a4|letter --per-page 1|2|3|6 (else as notes leave room)',
    'png: --size 1920x1080',
  ],
  options: {
    output: { type: 'string' },
    format: { type: 'string' },
    report: { type: 'string' },
    force: { type: 'boolean' },
    steps: { type: 'boolean' },
    notes: { type: 'boolean' },
    public: { type: 'boolean' },
    paper: { type: 'string' },
    attach: { type: 'string' },
    verify: { type: 'boolean' },
    'per-page': { type: 'string' },
    size: { type: 'string' },
    strict: { type: 'boolean' },
  },
  run: async (words, { format = 'pdf', strict = false, 'per-page': perPage, ...options }) => {
    const deck = oneDeck(words);
    const { exportDeck } = await import('../export/run-export.ts');
    return exportDeck(deck, format, { ...options, strict, perPage }, (notes) =>
      makeOrList(deck, { notes, strict }),
    );
  },
});
