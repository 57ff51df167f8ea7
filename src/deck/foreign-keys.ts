/**
 * Keys of front matter that other programs know and that mean nothing here, by program. A deck that was written for
 * one of them is told so once, not key by key.
 */
const FOREIGN: Readonly<Record<string, string>> = {
  'reveal-md':
    'template listingTemplate preprocessor staticDirs assetsDir assetDirs absoluteUrl featuredSlide glob host port ' +
    'watch disableAutoOpen print printSize puppeteerLaunchConfig puppeteerChromiumExecutable static staticDir',
  'vscode-reveal':
    'customTheme customHighlightTheme logoImg enableMenu enableChalkboard enableTitleFooter enableZoom enableSearch ' +
    'enableCustomControls enableAudioSlideshow enableAnything enableMermaid exportHTMLPath openFilemanagerAfterHTMLExport ' +
    'browserPath layout motionPathPlugin',
  'plugins of reveal.js':
    'menu chalkboard customcontrols toolbar helpButtonDisplay chart mermaid audio anything spotlight pointer highlight ' +
    'multiplex leap socketio externalcode verticator simplemenu chartjs drawer tagcloud notes zoom search',
  HackMD: 'type tags image robots breaks dir disqus GA langs',
  Slidev:
    'info class highlighter drawings mdc addons background favicon download exportFilename lineNumbers monaco selectable ' +
    'record colorSchema routerMode aspectRatio canvasWidth themeConfig defaults htmlAttrs seoMeta twoslash presenter ' +
    'browserExporter hideInToc level clicks preload src routeAlias zoom export wakeLock remoteAssets contextMenu ' +
    'twoslash titleTemplate level duration timer',
  Marp:
    'marp size paginate header footer headingDivider backgroundColor backgroundImage backgroundPosition ' +
    'backgroundRepeat backgroundSize color style math',
  Quarto:
    'format execute csl toc editor jupyter engine embed-resources filters institute output ' +
    'header-includes date-format number-sections code-fold project from to pdf-engine documentclass params knitr ' +
    'abstract logo slide-number include-in-header title-slide-attributes date-modified self-contained',
  'a site of pages':
    'categories category draft permalink slug aliases cssclass cssclasses created updated weight published event venue ' +
    'location license licence outputs version status summary link links id uuid email affiliation organization',
};

const PROGRAMS: ReadonlyMap<string, string> = new Map(
  Object.entries(FOREIGN).flatMap(([program, keys]) =>
    keys.split(' ').map((key): [string, string] => [key, program]),
  ),
);

/** The program whose front matter has a key; undefined for one that none of them knows. */
export function programOf(key: string): string | undefined {
  // Marp's directives for one slide are the same with a low line before them.
  return PROGRAMS.get(key) ?? PROGRAMS.get(key.replace(/^_/, ''));
}
