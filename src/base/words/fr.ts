import type { Words } from './words.ts';

/** Français */
export const FR: Partial<Words> = {
  source: 'Source',
  sources: 'Sources',
  slide: 'Diapositive',
  unnumbered: 'Diapositive sans numéro',
  of: '{at} sur {count}',
  views: 'Affichages',
  reading: 'Mode lecture',
  slides: 'Diapositives',
  deck: 'Diaporama',
};
