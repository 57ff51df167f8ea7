/** A formula as MathML, or why it cannot be set. */
export type SetFormula = (
  tex: string,
  options: { readonly isDisplay: boolean },
) => { readonly mathml: string } | { readonly fault: string };
