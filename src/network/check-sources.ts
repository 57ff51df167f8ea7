import { createHash } from 'node:crypto';
import { FetchError, type Fetched, type FetchOptions, fetchBounded } from './fetch-bounded.ts';

/** What became of the address of a work. */
export interface Finding {
  readonly id: string;
  readonly url: string;
  readonly state: 'there' | 'dead' | 'moved' | 'changed' | 'unknown';
  /** In words, for all but `there`. */
  readonly says: string;
}

/** A work as far as its address is concerned. */
export interface Addressed {
  readonly id: string;
  readonly URL?: string | undefined;
  readonly accessed?: string | undefined;
  readonly sha256?: string | undefined;
}

/** How many addresses are asked at a time. */
const AT_A_TIME = 4;

/** Asks for every address, a few at a time; findings come in the order of the works. */
export async function checkSources(
  works: readonly Addressed[],
  options: FetchOptions = {},
  tell: (finding: Finding) => void = () => undefined,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const waiting = [...works.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, work] = next;
      if (!work.URL) continue;
      const finding = await checkSource(work, work.URL, options);
      findings[index] = finding;
      tell(finding);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return findings.filter((finding) => finding !== undefined);
}

async function checkSource(work: Addressed, url: string, options: FetchOptions): Promise<Finding> {
  const found = (state: Finding['state'], says = ''): Finding => ({ id: work.id, url, state, says });
  try {
    const answer = await fetchBounded(url, options);
    if (answer.status === 404 || answer.status === 410) return found('dead', `answers ${answer.status}`);
    if (answer.status >= 400) return found('unknown', `answers ${answer.status}: it may refuse programs`);
    if (answer.redirects.length > 0 && answer.redirects.every(({ lasting }) => lasting))
      return found('moved', `is now at ${answer.address}`);
    const changed = changedSince(work, answer);
    return changed ? found('changed', changed) : found('there');
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return found(/^no host/.test(error.message) ? 'dead' : 'unknown', error.message);
  }
}

/** How it is known that what stands at an address is no more what was read. */
function changedSince({ sha256, accessed }: Addressed, { bytes, lastModified }: Fetched): string | undefined {
  if (sha256)
    return createHash('sha256').update(bytes).digest('hex') === sha256.toLowerCase()
      ? undefined
      : 'the file is another than the one read (SHA-256)';
  const modified = lastModified === undefined ? Number.NaN : Date.parse(lastModified);
  if (!accessed || Number.isNaN(modified)) return undefined;
  const day = new Date(modified).toISOString().slice(0, 10);
  return day > accessed ? `changed on ${day}, after it was read` : undefined;
}
