// SPDX-License-Identifier: MIT
/** Where a quote can be read: its source's address with the quote as a text fragment. */

const WHOLE = 120; // characters: a longer quote is named by its first and last words
const ENDS = 4; // words

/** A comma, an ampersand and a hyphen have meanings of their own. */
function escape(text: string): string {
  return encodeURIComponent(text).replace(
    /[-!'()*~._]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function quoteLink(url: string, quote: string): string {
  const whole = quote.trim();
  const words = whole.split(/\s+/);
  if (!/^https?:/i.test(url) || !whole) return url;
  const text = whole.length <= WHOLE || words.length < 2 * ENDS
    ? escape(whole)
    : `${escape(words.slice(0, ENDS).join(" "))},${escape(words.slice(-ENDS).join(" "))}`;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${text}`;
}
