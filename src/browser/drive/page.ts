import type { Connection, Send, Session } from './connection.ts';
import { follow, type Heard, keepEarly, messageOf } from './hear.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

type PictureFormat = 'png' | 'jpeg';

export interface PageOptions {
  readonly viewport: Size;
  readonly deviceScaleFactor?: number;
  readonly reducedMotion?: 'reduce';
}

/** A page in a browser that shows a site. */
export interface SitePage {
  /** What has been told so far, and from now on. */
  readonly hear: (heard: Heard) => void;
  /** Resolves once it and all it shows is loaded; fails where that takes longer than is waited for, in milliseconds. */
  readonly goto: (address: string, options?: { readonly patience?: number }) => Promise<void>;
  /**
   * Runs a function in the page, or a script. The page knows nothing of what stands around the function; what goes in
   * and out is JSON.
   * @throws Error with what was thrown there
   */
  readonly evaluate: Evaluate;
  /** Waits until a function of the page answers with true. */
  readonly waitFor: (is: () => boolean) => Promise<void>;
  /** Whether it believes in paper. */
  readonly emulateMedia: (media: 'print' | 'screen') => Promise<void>;
  readonly setViewportSize: (size: Size) => Promise<void>;
  readonly press: (key: 'Escape') => Promise<void>;
  /** A PDF, tagged, its sheets as the page's rules have them. */
  readonly pdf: (options?: { readonly outline?: boolean }) => Promise<Uint8Array>;
  /** What is seen, a part of it, or the whole page; a JPEG for photographs, else a PNG. */
  readonly screenshot: (of?: Rectangle | 'page', format?: PictureFormat) => Promise<Buffer>;
  readonly close: () => Promise<void>;
  /** Resolves when it is closed. */
  readonly closed: Promise<void>;
}

interface Evaluate {
  (script: string): Promise<void>;
  <Result>(run: () => Result | Promise<Result>): Promise<Result>;
  <Result, Asked>(run: (asked: Asked) => Result | Promise<Result>, asked: Asked): Promise<Result>;
}

/** How long a page may take to load, or to do what is waited for. Milliseconds. */
const PATIENCE = 120_000;

/** The copy for halls without a network is of no use here. */
const NO_WORKER =
  'if (self.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = async () => {};';

/** What stands for a family that a machine may not have, where the browser has no settings of its own for it. */
const FAMILIES = {
  ...{ standard: 'Times New Roman', fixed: 'Monospace', serif: 'Times New Roman', sansSerif: 'Arial' },
  ...{ cursive: 'Comic Sans MS', fantasy: 'Impact' },
};

/** Opens an empty page, and makes of it what every machine has: its size, light, no wish for less motion. */
export async function openPage(connection: Connection, options: PageOptions): Promise<SitePage> {
  const { send: ask } = connection.session();
  const { browserContextId } = await ask('Target.createBrowserContext');
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const session = connection.session(sessionId);
  const { send } = session;
  const { tellAll, hear } = keepEarly();
  let loaded: (loader: string) => void = () => {};
  follow(session, connection, (told) => {
    if (told.method === 'Page.lifecycleEvent' && told.params.name === 'load') loaded(told.params.loaderId);
    else tellAll(told);
  });
  const settled = [
    send('Page.enable'),
    send('Page.setLifecycleEventsEnabled', { enabled: true }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: NO_WORKER }),
    send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    setSize(send, options, options.viewport),
    setMedia(send, options, ''),
    ...(process.platform === 'linux' ? [send('Page.setFontFamilies', { fontFamilies: FAMILIES })] : []),
  ];
  await Promise.all(settled);
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const evaluate = evaluateIn(send);
  return {
    hear,
    goto: (url, { patience } = {}) =>
      within(
        `loading ${url}`,
        () =>
          load(session, url, (hear) => {
            loaded = hear;
          }),
        patience,
      ),
    evaluate,
    waitFor: (is) => within(`waiting for ${is}`, () => evaluate(untilTrue(is))),
    emulateMedia: (media) => setMedia(send, options, media === 'print' ? media : ''),
    setViewportSize: (size) => setSize(send, options, size),
    press: async (key) => {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 27 });
    },
    pdf: ({ outline = false } = {}) => print(send, outline),
    screenshot: (of, format = 'png') => takePicture(send, of, format),
    close: async () => {
      await ask('Target.disposeBrowserContext', { browserContextId });
      close();
    },
    closed,
  };
}

/** @param listen told what to do with the loader of each document that is loaded */
async function load(
  { send, untilLost }: Session,
  url: string,
  listen: (hear: (loader: string) => void) => void,
): Promise<void> {
  const seen = new Set<string>();
  let wanted: string | undefined;
  const done = new Promise<void>((resolve) =>
    listen((loader) => {
      seen.add(loader);
      if (loader === wanted) resolve();
    }),
  );
  const { loaderId, errorText } = await send('Page.navigate', { url });
  if (errorText) throw new Error(`${url}: ${errorText}`);
  wanted = loaderId;
  // A browser that ends meanwhile says nothing more.
  if (loaderId !== undefined && !seen.has(loaderId)) await Promise.race([done, untilLost()]);
}

async function print(send: Send, outline: boolean): Promise<Uint8Array> {
  const { data } = await send('Page.printToPDF', {
    ...{ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true },
    ...{ generateDocumentOutline: outline, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 },
  });
  return Buffer.from(data, 'base64');
}

function evaluateIn(send: Send): Evaluate {
  return async <Result, Asked>(
    run: string | ((asked: Asked) => Result | Promise<Result>),
    asked?: Asked,
  ): Promise<Result> => {
    const isScript = typeof run === 'string';
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression: isScript ? run : `(${run})(${JSON.stringify(asked)})`,
      awaitPromise: true,
      // What a script ends in is of no use, and may be anything.
      returnByValue: !isScript,
    });
    if (exceptionDetails) throw new Error(`In the page: ${messageOf(exceptionDetails)}`);
    return result.value;
  };
}

/** Asks again at once: the next frame may be long in coming. A script, since the page does not know what is asked. */
function untilTrue(is: () => boolean): string {
  return `new Promise((done) => { const look = () => (${is})() ? done() : setTimeout(look); look(); })`;
}

/** Fails where work takes longer than is waited for, in milliseconds. */
export async function within<T>(what: string, work: () => Promise<T>, patience = PATIENCE): Promise<T> {
  if (patience === Number.POSITIVE_INFINITY) return work();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${patience / 1000} s`)), patience);
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

async function setSize(send: Send, { deviceScaleFactor = 1 }: PageOptions, size: Size): Promise<void> {
  const { width, height } = size;
  await send('Emulation.setDeviceMetricsOverride', {
    ...{ width, height, screenWidth: width, screenHeight: height, deviceScaleFactor, mobile: false },
    screenOrientation: { angle: 0, type: 'landscapePrimary' },
  });
}

async function setMedia(send: Send, { reducedMotion }: PageOptions, media: string): Promise<void> {
  await send('Emulation.setEmulatedMedia', {
    media,
    features: [
      { name: 'prefers-color-scheme', value: 'light' },
      { name: 'prefers-reduced-motion', value: reducedMotion ?? 'no-preference' },
      { name: 'forced-colors', value: 'none' },
      { name: 'prefers-contrast', value: 'no-preference' },
    ],
  });
}

async function takePicture(
  send: Send,
  of: Rectangle | 'page' | undefined,
  format: PictureFormat,
): Promise<Buffer> {
  const { cssContentSize, cssLayoutViewport } = await send('Page.getLayoutMetrics');
  const { pageX, pageY, clientWidth, clientHeight } = cssLayoutViewport;
  const seen = { x: pageX, y: pageY, width: clientWidth, height: clientHeight };
  const { x, y, width, height } = of === 'page' ? cssContentSize : (of ?? seen);
  const { data } = await send('Page.captureScreenshot', {
    format,
    ...(format === 'jpeg' && { quality: 90 }),
    clip: { x, y, width, height, scale: 1 },
    captureBeyondViewport: of === 'page',
  });
  return Buffer.from(data, 'base64');
}
