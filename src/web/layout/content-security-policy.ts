/**
 * What a page may fetch and do: only what comes from here, no inline script and no inline style. Every component
 * and chart keeps to it, so no nonce is needed.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
].join('; ');
