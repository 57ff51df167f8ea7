/** What of a keyboard event decides; the speaker window sends the same of its own. */
export interface Press {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Whether it comes of holding the key down. */
  readonly repeat: boolean;
  readonly timeStamp: number;
}

/** The longest pause within one number, in ms: digits typed by accident must not move the deck minutes later. */
const LONGEST_PAUSE = 3000;

let digits = '';
let at = 0;

/** Takes a digit of a number that Enter will end. */
export function typeDigit({ key, timeStamp }: Press): void {
  digits = timeStamp - at > LONGEST_PAUSE ? key : digits + key;
  at = timeStamp;
}

/** The number typed so far, if it was typed just now. */
export function takeNumber({ timeStamp }: Press): number | undefined {
  const taken = timeStamp - at > LONGEST_PAUSE ? '' : digits;
  digits = '';
  return taken === '' ? undefined : Number(taken);
}

/** Any other key ends a number. */
export function forgetNumber(): void {
  digits = '';
}
