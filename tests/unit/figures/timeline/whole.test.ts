import { describe, expect, test } from 'vitest';
import { compileDeck } from '../../../../src/deck/deck.ts';
import { eventsFigure } from '../../../../src/figures/listing/events.ts';
import { timelineFigure } from '../../../../src/figures/timeline/figure.ts';

/** All that a deck of one file shows of it: the slides of its timeline and of its index, and what these fetch. */
function shown(file: string, text: string, fence: string) {
  const body = `file: ${file}\n${fence}`;
  const files: Readonly<Record<string, string>> = { [file]: text };
  const slide = (kind: string) => `# The ${kind}\n\n\`\`\`${kind}\n${body}\n\`\`\``;
  const { deck, problems } = compileDeck(
    {
      name: 'deck',
      slides: [{ path: 'deck.md', text: `${slide('timeline')}\n\n---\n\n${slide('events')}` }],
      paths: ['deck.md', 'wheel.png', file],
      read: (path) => files[path],
      has: (path) => path === 'wheel.png' || path in files,
    },
    {
      measure: (words, _face, size) => words.length * size * 0.5,
      kinds: new Map([
        ['timeline', timelineFigure],
        ['events', eventsFigure],
      ]),
      uncovered: () => [],
    },
  );
  const pages = deck.slides.flatMap((one) => [
    ...one.pages(deck.bibliography),
    ...one.figures.flatMap(({ later }) => later?.(deck.bibliography).map(({ text }) => text) ?? []),
  ]);
  return {
    html: pages.join('\n'),
    pictures: deck.pictures,
    errors: problems.filter(({ severity }) => severity === 'error').map(({ what }) => what),
  };
}

interface Case {
  readonly file: string;
  readonly text: string;
  readonly fence?: string;
  /** Dates as they are told, each with its title. */
  readonly told: Readonly<Record<string, string>>;
  readonly addresses?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'years and names alone': {
    file: 'bare.csv',
    text: 'Year,Event\n1130,A ford\n1803,A mill\n1991,A museum\n',
    told: { 1130: 'A ford', 1803: 'A mill', 1991: 'A museum' },
  },
  'dates as historians write them': {
    file: 'edtf.csv',
    text: 'date,end,title,lane\n1844/1850,,Closed,Mill\n1803?,,Charter,Town\n1871~,,Turbine,Mill\n188X,,Decline,Mill\n1846-21,,Flood,Town\n../1803,,A ford,Town\n1991/..,,A museum,Mill\n1846-05,1847-02,Repairs,Mill\n',
    told: {
      '1844 to 1850': 'Closed',
      'perhaps 1803': 'Charter',
      'about 1871': 'Turbine',
      'the 1880s': 'Decline',
      'spring 1846': 'Flood',
      'until 1803': 'A ford',
      'from 1991 on': 'A museum',
      'May 1846 to February 1847': 'Repairs',
    },
  },
  'one night by the minute': {
    file: 'night.csv',
    text: 'start,end,title,group\n1846-03-02T22:45,,The river rises,River\n1846-03-02T23:10,1846-03-03T01:20,Sandbags,Town\n1846-03-03T01:31:30,,The weir breaks,River\n',
    told: {
      '2 March 1846, 22:45': 'The river rises',
      '2 March 1846, 23:10 to 3 March 1846, 01:20': 'Sandbags',
      '3 March 1846, 01:31:30': 'The weir breaks',
    },
  },
  'from the rock to the museum': {
    file: 'stone.csv',
    text: 'date,end,title,lane\n-380000000,,Slate is laid down,Rock\n-23000000,-21000000,The valley sinks,Rock\n-300000,,A hand axe,People\n-12000,,The ice leaves,Rock\n1991-07-20,,A museum,People\n',
    told: {
      '380 million years ago': 'Slate is laid down',
      '23 million years ago to 21 million years ago': 'The valley sinks',
      '300,000 years ago': 'A hand axe',
      '12,000 BC': 'The ice leaves',
      '20 July 1991': 'A museum',
    },
  },
  'pictures and sources': {
    file: 'pictures.csv',
    text: 'date,title,text,image,alt,credit,source\n1803,A wheel,Of oak,wheel.png,A wheel,Own drawing,https://example.org/wheel\n1871,A film,,https://example.org/film.mp4,,,https://example.org/page\n',
    told: { 1803: 'A wheel', 1871: 'A film' },
    addresses: ['https://example.org/wheel', 'https://example.org/film.mp4', 'https://example.org/page'],
  },
  'holders, about and after': {
    file: 'holders.csv',
    text: 'label,hdate,hdate_end,description,url\nAda,c. 1130,26 oct 1169,First of them,https://example.org/ada\nBen,26 oct 1169,1194 after 17 jul 1194,Her son,https://example.org/ben\n',
    fence: 'columns: { date: hdate, end: hdate_end, title: label, source: url, text: description }',
    told: { 'about 1130 to 26 October 1169': 'Ada', '26 October 1169 to 1194 after 17 jul 1194': 'Ben' },
    addresses: ['https://example.org/ada', 'https://example.org/ben'],
  },
  'terms of office': {
    file: 'terms.csv',
    text: 'label,hdate,hdate_end,description,colour,url\nCole,30 Apr 1803,4 Mar 1811,First warden,grey,https://example.org/cole\nDean,4 Mar 1811,,Second warden,grey,https://example.org/dean\n',
    fence: 'columns: { date: hdate, end: hdate_end, title: label, source: url, text: description }',
    told: { '30 April 1803 to 4 March 1811': 'Cole', '4 March 1811': 'Dean' },
    addresses: ['https://example.org/cole', 'https://example.org/dean'],
  },
  'another program’s file': {
    file: 'story.json',
    text: JSON.stringify({
      title: { text: { headline: 'A mill' } },
      events: [
        {
          start_date: { year: '1803', month: '7' },
          end_date: { year: '1811' },
          text: { headline: 'Built', text: '<p>By <a href="https://example.org/cole">Cole</a></p>' },
          media: { url: 'https://example.org/film', caption: 'A film', credit: 'Archive' },
        },
        { start_date: { year: '-44' }, display_date: 'Long before', text: { headline: 'A ford' } },
      ],
      eras: [{ start_date: { year: '1800' }, end_date: { year: '1850' }, text: { headline: 'Water' } }],
    }),
    told: { 'July 1803 to 1811': 'Built', 'Long before': 'A ford' },
    addresses: ['https://example.org/cole', 'https://example.org/film'],
  },
};

describe('a stranger’s file keeps every event, its date as written, its pictures and addresses', () => {
  test.each(Object.entries(cases))('%s', (_, { file, text, fence = '', told, addresses = [] }) => {
    const { html, pictures, errors } = shown(file, text, fence);
    expect(errors).toEqual([]);
    const words = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    for (const part of [...Object.keys(told), ...Object.values(told)]) expect(words).toContain(part);
    for (const address of addresses) expect(html).toContain(address);
    if (text.includes('wheel.png')) expect(pictures).toContain('wheel.png');
  });
});
