import type { Words } from './words.ts';

/** Español */
export const ES: Partial<Words> = {
  source: 'Fuente',
  sources: 'Fuentes',
  slide: 'Diapositiva',
  unnumbered: 'Diapositiva sin número',
  of: '{at} de {count}',
  views: 'Vistas',
  reading: 'Vista de lectura',
  slides: 'Diapositivas',
  deck: 'Presentación',
};
