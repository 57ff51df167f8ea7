/** The Content-Security-Policy the built page carries: nothing but its own files, and nothing inline but pictures. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy of a deck whose front matter says `trust: true`: its own inline programs, and hosts over HTTPS. */
const TRUSTING_POLICY = [
  "default-src 'self' https: data:",
  "script-src 'self' 'unsafe-inline' https:",
  "style-src 'self' 'unsafe-inline' https:",
  "base-uri 'none'",
  "form-action 'self' https:",
].join('; ');

/**
 * The policy of the page while it is served: that of the built one, and what puts a save into an open page.
 * @param nonce marks the page's own styles; nobody who wrote the deck knows it
 * @param host by which the page was asked for: saves come from there
 */
export function servedPolicy(
  { trust }: { readonly trust?: boolean | undefined },
  { nonce, host }: { readonly nonce: string; readonly host: string },
): string {
  const own = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  const policy = trust
    ? `${TRUSTING_POLICY}; connect-src 'self' https:${own}`
    : POLICY.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
        .replace("connect-src 'self'", `connect-src 'self'${own}`)
        .replace("worker-src 'self'", "worker-src 'self' blob:");
  return `${policy}; frame-ancestors 'self'`;
}

export function policyFor({ trust }: { readonly trust?: boolean | undefined }): string {
  return trust ? TRUSTING_POLICY : POLICY;
}

/** The policy of the page while it is printed: nothing leaves the machine, whatever the deck was trusted with. */
export function printedPolicy({ trust }: { readonly trust?: boolean | undefined }): string {
  if (!trust) return POLICY;
  return POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").replace(
    "style-src 'self'",
    "style-src 'self' 'unsafe-inline'",
  );
}

/**
 * What a page cannot say of itself: that no other site may show it in a frame. Written beside the site for hosts that
 * read such a file.
 */
export const HEADERS = `/*
  Content-Security-Policy: frame-ancestors 'self'
  X-Content-Type-Options: nosniff
`;
