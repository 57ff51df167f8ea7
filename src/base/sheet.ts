/**
 * The sheet every slide is drawn on, in px of a 1920 × 1080 screen. The page sets `html{font-size}` so that the
 * sheet is 80 × 45 rem on any screen: 1 rem is 24 of these px.
 */
export const SHEET = {
  width: 1920,
  height: 1080,
  margin: 96,
  /** Where the paper folds: fold A on most slides, fold B where the record is the narrow side. */
  foldA: 1189,
  foldB: 733,
  /** Text columns beside fold A; between them lies the gutter, which stays free of text. */
  left: { from: 96, to: 1136 },
  right: { from: 1245, to: 1824 },
  /** Text columns beside fold B. */
  leftB: { from: 96, to: 680 },
  rightB: { from: 789, to: 1824 },
} as const;

/** Sheet px as a CSS length in rem, to a hundredth of a px: `rem(24)` is `1rem`. */
export function rem(px: number): string {
  return `${round(px / 24, 4)}rem`;
}

/** Rounded so that golden files are the same on every machine. */
export function round(value: number, digits = 2): number {
  const parts = 10 ** digits;
  // Without a negative zero.
  return Math.round(value * parts) / parts || 0;
}
