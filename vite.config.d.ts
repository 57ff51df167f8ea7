/**
 * How Vite bundles the page. The deck comes in afterwards (src/site/build.ts), or while it is served through a plugin
 * that the command line adds (src/site/serve/live.ts), since it may lie anywhere on disk.
 */
declare const _default: import('vite').UserConfig;
export default _default;
