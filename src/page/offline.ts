/**
 * Keeps a copy of the site on this machine. Once the copy of this very version is whole, `data-offline="ready"`
 * stands on the page's root and the document hears `offlineready`: from then on the talk needs no network.
 */
export async function keepOffline(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('./sw.js');
    // Without a network there is nothing newer.
    await registration.update().catch(() => undefined);
    await takeOver(registration.installing ?? registration.waiting);
    await navigator.serviceWorker.ready;
  } catch {
    // Refused, or no room on the disk: the talk goes on with the network.
    return;
  }
  document.documentElement.dataset['offline'] = 'ready';
  document.dispatchEvent(new Event('offlineready'));
}

/** A page fresh from the network is as new as the worker behind it, which then need not wait for a restart. */
async function takeOver(worker: ServiceWorker | null): Promise<void> {
  if (!worker) return;
  await new Promise<void>((resolve, reject) => {
    const step = () => {
      if (worker.state === 'installed') worker.postMessage('take over');
      else if (worker.state === 'activated') resolve();
      else if (worker.state === 'redundant') reject(new Error('The copy could not be made.'));
    };
    worker.addEventListener('statechange', step);
    step();
  });
}
