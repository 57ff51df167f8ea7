/**
 * The one inline script the page lets run: Reveal writes its speaker window into an empty document, script and all.
 * It changes with Reveal's version; a test computes it anew.
 */
export const SPEAKER_SCRIPT_HASH = 'sha256-GzCveToXhSIzS3M5eQeRm3McVRB7cYneYKwTkzA3wDk=';

/** The Content-Security-Policy the built page carries: nothing but its own files, and nothing inline. */
export const POLICY = [
  "default-src 'none'",
  `script-src 'self' '${SPEAKER_SCRIPT_HASH}'`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
