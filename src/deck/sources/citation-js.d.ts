/** The part of Citation.js that is used here: it reads a text of a kind that is named, and asks no network. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      readonly chain: (
        text: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ) => unknown;
    };
  };
}
declare module '@citation-js/plugin-bibtex';
