import fc from 'fast-check';

/** Seeds of each property that names no number of its own: few while one works, all in the long run. */
fc.configureGlobal({ numRuns: process.env['ORIHON_LONG'] ? 100 : 10 });
