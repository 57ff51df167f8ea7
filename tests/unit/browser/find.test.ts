import { describe, expect, test } from 'vitest';
import {
  installed,
  type Machine,
  NoBrowserError,
  reasonOf,
  searchBrowser,
} from '../../../src/browser/search.ts';

const OWN = '/home/me/.cache/ms-playwright/chromium-1/chrome';

/** A machine that holds the given files; those in `broken` do not start. Keeps what was done to it, in order. */
function machine(given: Partial<Machine> & { files?: readonly string[]; broken?: readonly string[] } = {}) {
  const done: string[] = [];
  const files = new Set(given.files ?? []);
  const remembered: unknown[] = [];
  const made: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/me',
    isRoot: false,
    ownPath: () => OWN,
    exists: (path) => files.has(path),
    launch: async (path) => {
      done.push(`launch ${path}`);
      if (given.broken?.includes(path)) throw new Error('libnss3.so: error while loading shared libraries');
      return '156.0.7000.1';
    },
    run: async (command, args) => {
      done.push(`${command} ${args.join(' ')}`);
      return 'Error: no network';
    },
    recall: () => undefined,
    remember: (browser) => remembered.push(browser),
    say: () => undefined,
    ...given,
  };
  return { machine: made, done, files, remembered };
}

describe('the order of the search', () => {
  test('ORIHON_BROWSER comes before everything else', async () => {
    const { machine: linux, done } = machine({
      files: ['/opt/mine/chrome', OWN],
      env: { ORIHON_BROWSER: '/opt/mine/chrome' },
    });
    expect((await searchBrowser(linux)).name).toBe('Chrome 156 (/opt/mine/chrome)');
    expect(done).toEqual(['launch /opt/mine/chrome']);
  });

  test('ORIHON_BROWSER may be the bare name of a command', async () => {
    const { machine: linux } = machine({
      files: ['/usr/bin/chromium'],
      env: { ORIHON_BROWSER: 'chromium', PATH: '/usr/local/bin:/usr/bin' },
    });
    expect((await searchBrowser(linux)).executablePath).toBe('/usr/bin/chromium');
  });

  test('a browser named by ORIHON_BROWSER that is not there is an error, and no other is tried', async () => {
    const { machine: linux, done } = machine({ files: [OWN], env: { ORIHON_BROWSER: '/nope' } });
    await expect(searchBrowser(linux)).rejects.toThrow(
      'ORIHON_BROWSER names "/nope", which is not there: set it to the path of Chrome, Edge or Chromium, or unset it.',
    );
    expect(done).toEqual([]);
  });

  test('a browser named by ORIHON_BROWSER that does not start is an error with the reason, and no other is tried', async () => {
    const { machine: linux, done } = machine({
      files: ['/bad', OWN],
      broken: ['/bad'],
      env: { ORIHON_BROWSER: '/bad' },
    });
    await expect(searchBrowser(linux)).rejects.toThrow(
      /names "\/bad", which does not start: .*\nTried:\n {2}\/bad: libnss3\.so/,
    );
    expect(done).toEqual(['launch /bad']);
  });

  test('what was found last time is taken without being started', async () => {
    const known = { executablePath: '/usr/bin/chromium', name: 'Chromium 156 (/usr/bin/chromium)' };
    const { machine: linux, done } = machine({ files: [OWN], recall: () => known });
    expect(await searchBrowser(linux)).toMatchObject(known);
    expect(done).toEqual([]);
  });

  test('what was found last time does not override ORIHON_BROWSER', async () => {
    const { machine: linux } = machine({
      files: ['/opt/edge'],
      env: { ORIHON_BROWSER: '/opt/edge' },
      recall: () => ({ executablePath: '/usr/bin/chromium', name: 'Chromium 156' }),
    });
    expect((await searchBrowser(linux)).name).toBe('Edge 156 (/opt/edge)');
  });

  test("Playwright's own comes before an installed browser", async () => {
    const { machine: linux, remembered } = machine({ files: ['/usr/bin/chromium', OWN] });
    expect((await searchBrowser(linux)).executablePath).toBe(OWN);
    expect(remembered).toEqual([{ executablePath: OWN, name: `Chromium 156 (${OWN})` }]);
  });

  test('one without windows comes before one with them', async () => {
    const files = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-headless-shell'];
    expect((await searchBrowser(machine({ files }).machine)).executablePath).toBe(files[2]);
  });

  test('a browser that does not start is passed over for the next', async () => {
    const { machine: linux, done } = machine({
      files: [OWN, '/usr/bin/google-chrome', '/usr/bin/chromium-browser'],
      broken: [OWN, '/usr/bin/google-chrome'],
    });
    expect((await searchBrowser(linux)).name).toBe('Chromium 156 (/usr/bin/chromium-browser)');
    expect(done).toEqual([
      `launch ${OWN}`,
      'launch /usr/bin/google-chrome',
      'launch /usr/bin/chromium-browser',
    ]);
  });
});

describe('where none is installed', () => {
  test("Playwright's own is downloaded", async () => {
    const { machine: linux, done, files } = machine();
    const run: Machine['run'] = async (command, args) => {
      done.push(`${command} ${args.join(' ')}`);
      files.add(OWN);
      return undefined;
    };
    expect((await searchBrowser({ ...linux, run })).executablePath).toBe(OWN);
    expect(done).toEqual(['playwright install chromium --no-shell', `launch ${OWN}`]);
  });

  test('as root on Debian or Ubuntu a download that lacks libraries gets them', async () => {
    const { machine: linux, done, files } = machine({ isRoot: true, files: ['/usr/bin/apt-get'] });
    const run: Machine['run'] = async (command, args) => {
      done.push(`${command} ${args.join(' ')}`);
      files.add(OWN);
      return undefined;
    };
    const launch: Machine['launch'] = async (path) => {
      done.push(`launch ${path}`);
      if (!done.includes('playwright install-deps chromium')) throw new Error('no libnss3.so');
      return '159.0.0.0';
    };
    expect((await searchBrowser({ ...linux, run, launch })).name).toBe(`Chromium 159 (${OWN})`);
    expect(done).toEqual([
      'playwright install chromium --no-shell',
      `launch ${OWN}`,
      'playwright install-deps chromium',
      `launch ${OWN}`,
    ]);
  });

  test('as root on Debian or Ubuntu apt is the last resort, even if a package list could not be had', async () => {
    const { machine: linux, done, files } = machine({ isRoot: true, files: ['/usr/bin/apt-get'] });
    const run: Machine['run'] = async (command, args) => {
      done.push([command, ...args].filter((word) => !word.startsWith('-')).join(' '));
      if (args.at(-1) !== 'chromium' || command === 'playwright') return 'Error: no network';
      files.add('/usr/bin/chromium');
      return undefined;
    };
    const found = await searchBrowser({ ...linux, run });
    expect(found.executablePath).toBe('/usr/bin/chromium');
    expect(done).toEqual([
      'playwright install chromium',
      'apt-get Acquire::Retries=1 update',
      'apt-get install chromium-headless-shell',
      'apt-get install chromium',
      'launch /usr/bin/chromium',
    ]);
  });

  test('apt is not asked without root, and not on another system', async () => {
    for (const given of [{ isRoot: false }, { isRoot: true, platform: 'darwin' as const }]) {
      const { machine: made, done } = machine({ ...given, files: ['/usr/bin/apt-get'] });
      await expect(searchBrowser(made)).rejects.toThrow();
      expect(done.filter((line) => line.startsWith('apt-get'))).toEqual([]);
    }
  });

  test('where none can be had, one sentence says what to do, above what was tried', async () => {
    const { machine: linux } = machine({ files: ['/usr/bin/chromium'], broken: ['/usr/bin/chromium'] });
    await expect(searchBrowser(linux)).rejects.toThrow(
      new NoBrowserError(
        [
          'No browser that works was found, and none could be installed: install Chrome, Edge or Chromium, or set ORIHON_BROWSER to the path of one.',
          'Tried:',
          '  /usr/bin/chromium: libnss3.so: error while loading shared libraries',
          '  playwright install chromium: Error: no network',
        ].join('\n'),
      ),
    );
  });
});

test('the sandbox is given up only as root', async () => {
  const files = [OWN];
  expect((await searchBrowser(machine({ files, isRoot: true }).machine)).args).toContain('--no-sandbox');
  expect((await searchBrowser(machine({ files }).machine)).args).not.toContain('--no-sandbox');
});

test('on macOS applications of all users and of this one are known', () => {
  const files = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/home/me/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  expect(installed(machine({ platform: 'darwin', files }).machine).map(({ path }) => path)).toEqual(files);
});

test('on Windows the program folders of the machine and of the user are known, and PATH', () => {
  const files = [
    'C:\\Users\\Me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'D:\\tools\\chromium.exe',
  ];
  const env = {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\Me\\AppData\\Local',
    PATH: 'C:\\Windows;D:\\tools',
  };
  const found = installed(machine({ platform: 'win32', files, env }).machine);
  expect(found.map(({ path }) => path)).toEqual(files);
  expect(found.map(({ brand }) => brand)).toEqual(['Chrome', 'Edge', 'Chromium']);
});

test.each([
  [
    'browserType.launch: closed\n[pid=7][err] chrome: error while loading shared libraries: libnss3.so\nCall log:\n - x',
    'chrome: error while loading shared libraries: libnss3.so',
  ],
  [
    'browserType.launch: closed\n\u001b[2m  - [pid=7] <process did exit: exitCode=1, signal=null>\u001b[22m\n - end',
    'it ended with exit code 1',
  ],
  ['Reading lists\nE: Unable to locate package chromium\n', 'E: Unable to locate package chromium'],
  ['Error: getaddrinfo ENOTFOUND a.host\n    at f (b.js:1:1)', 'Error: getaddrinfo ENOTFOUND a.host'],
  ['browserType.launch: Failed to launch: Error: spawn /x EACCES\nCall log:\n - y', 'Error: spawn /x EACCES'],
  ['', 'no reason given'],
])('the reason of a failure is its most telling line (%#)', (output, reason) => {
  expect(reasonOf(output)).toBe(reason);
});
