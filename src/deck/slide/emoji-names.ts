import { nameToEmoji } from 'gemoji';
import type { TokenizerAndRendererExtension } from 'marked';

/** A time of day has such marks too, and so have names joined by colons. */
const NAME = /^:([a-z0-9_+-]*[a-z+-][a-z0-9_+-]*):(?![\p{L}\p{N}:])/u;

/** The emoji that a text begins with by its name on GitHub, `:tada:`; undefined where it names none. */
export function readEmojiName(text: string, before: string): { raw: string; emoji: string } | undefined {
  if (/[\p{L}\p{N}:]/u.test(before)) return undefined;
  const [raw, name = ''] = NAME.exec(text) ?? [];
  if (raw === undefined || !Object.hasOwn(nameToEmoji, name)) return undefined;
  const emoji = nameToEmoji[name];
  return emoji === undefined ? undefined : { raw, emoji };
}

/** `:tada:` as 🎉. A name that GitHub does not know stays as it is. */
export const emojiNames: TokenizerAndRendererExtension = {
  name: 'emoji-name',
  level: 'inline',
  start: (text) => text.indexOf(':'),
  tokenizer(text, tokens) {
    const before = tokens.at(-1)?.raw.slice(-1) ?? '';
    const found = readEmojiName(text, before);
    return found && { type: 'emoji-name', ...found };
  },
  renderer: ({ emoji }) => String(emoji),
};
