import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import { formatProblem, type Problem } from '../base/problem.ts';
import { plainText } from '../deck/read.ts';
import { frameOf, showable } from './code-frame.ts';

/**
 * Problems for people: each as `file:line:column`, which terminals and editors open, with the lines it is about.
 * Files are named from the working directory.
 * @param root folder the problems' files count from.
 */
export function listProblems(
  root: string,
  problems: readonly Problem[],
  { colour = false }: { readonly colour?: boolean } = {},
): string {
  const textOf = fileReader(root);
  return fromHere(root, problems)
    .map((problem, index) => {
      const head = showable(formatProblem(problem));
      const frame = frameOf(textOf(problems[index]?.place.file ?? ''), problem.place);
      return [colour ? paintHead(head, problem) : head, colour ? paintFrame(frame) : frame]
        .filter(Boolean)
        .join('\n');
    })
    .join('\n\n');
}

/** One line for each problem: for who asked for something else. */
export function listShort(root: string, problems: readonly Problem[]): string {
  return fromHere(root, problems)
    .map((problem) => showable(formatProblem(problem)))
    .join('\n');
}

/** Problems for programs. The shape only ever grows: `version` counts up where a name goes or changes its meaning. */
export function problemsJson(root: string, problems: readonly Problem[]): string {
  const list = fromHere(root, problems).map(({ severity, place, what, fix }) => ({
    ...place,
    severity,
    what,
    fix,
  }));
  const errors = list.filter(({ severity }) => severity === 'error').length;
  return JSON.stringify({ version: 1, errors, notices: list.length - errors, problems: list }, null, 2);
}

/** Problems for GitHub, which shows them beside the lines of a change: one workflow command a line. */
export function annotateProblems(root: string, problems: readonly Problem[]): string {
  return fromHere(root, problems)
    .map(({ severity, place, what, fix }) => {
      const { file, line, column } = place;
      return `::${severity} file=${escapeProperty(file)},line=${line},col=${column}::${escapeMessage(`${what}. ${fix}`)}`;
    })
    .join('\n');
}

function fromHere(root: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => {
    const path = relative(process.cwd(), resolve(root, problem.place.file)).split(sep).join('/');
    return { ...problem, place: { ...problem.place, file: path || problem.place.file } };
  });
}

/** Reads files as the compiler does, each once; what cannot be read has no lines to show. */
function fileReader(root: string): (file: string) => string {
  const known = new Map<string, string>();
  return (file) => {
    const text = known.get(file) ?? read(resolve(root, file));
    known.set(file, text);
    return text;
  };
}

function read(path: string): string {
  try {
    return plainText(readFileSync(path, 'utf8'));
  } catch {
    return '';
  }
}

function paintHead(head: string, { severity, place }: Problem): string {
  const at = `${place.file}:${place.line}:${place.column}:`;
  const said = ` ${severity}:`;
  const rest = head.slice(at.length + said.length);
  return `${paint('bold', at)}${paint(severity === 'error' ? 'red' : 'yellow', said)}${rest}`;
}

/** Only the caret stands out: what an author wrote is not ours to colour. */
function paintFrame(frame: string): string {
  return frame.replace(/^(?:>? *\d* *\|)|\^/gm, (mark) => paint(mark === '^' ? 'red' : 'dim', mark));
}

function paint(format: 'bold' | 'red' | 'yellow' | 'dim', text: string): string {
  return styleText(format, text);
}

function escapeMessage(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
