#!/usr/bin/env node
// `npm create orihon my-talk` is `npx orihon new my-talk`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const orihon = dirname(createRequire(import.meta.url).resolve('orihon/package.json'));
const { status } = spawnSync(
  process.execPath,
  [join(orihon, 'bin', 'orihon.mjs'), 'new', ...process.argv.slice(2)],
  // The next commands are started by npx, too.
  { stdio: 'inherit', env: { ...process.env, npm_command: 'exec' } },
);
process.exitCode = status ?? 1;
