import { slideOfEvent } from './address.ts';

/**
 * What the address names is the first thing to be seen, not the first slide on the way to it. Until the page is
 * parsed, nothing is shown where an address has a name; then its slide stands, long before Reveal does.
 */
export async function arriveAtAddress(): Promise<void> {
  const root = document.documentElement;
  const name = nameOf(location.hash);
  root.classList.toggle('arriving', name !== '');
  await parsed();
  const slide = document.getElementById(slideOfEvent(name) ?? name);
  if (slide?.matches('.slides section')) present(slide);
  root.classList.remove('arriving');
}

/** Settled once the whole page is parsed. */
export async function parsed(): Promise<void> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** Marks a slide, and the stack it lies in, as Reveal does. */
function present(slide: HTMLElement): void {
  for (const other of document.querySelectorAll('.slides section.present')) other.classList.remove('present');
  slide.classList.add('present');
  slide.parentElement?.closest('section')?.classList.add('present');
}

function nameOf(hash: string): string {
  const [written = ''] = hash.replace(/^#\/?/, '').split('/');
  try {
    return decodeURIComponent(written);
  } catch {
    return '';
  }
}
