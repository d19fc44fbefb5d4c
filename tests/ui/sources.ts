import { fileURLToPath } from 'node:url';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A project that is nowhere on the disk: our files, read and not checked, without what they import. */
const PROJECT = `${ROOT}tests/ui/read-only.json`;
const OPTIONS = JSON.stringify({
  compilerOptions: { noLib: true, noResolve: true, types: [], jsx: 'preserve' },
  include: ['../../src', '../../entrypoints'],
});

export interface Source {
  /** From the root of the repository. */
  readonly path: string;
  readonly tree: SourceFile;
}

/** Every TypeScript file that becomes part of the extension. */
export function readSources(): readonly Source[] {
  return withApi({ [PROJECT]: OPTIONS });
}

/** What texts would be as files of the extension. */
export function readTexts(texts: readonly string[]): readonly Source[] {
  const files = texts.map((text, index) => [`${ROOT}tests/ui/text-${index}.tsx`, text] as const);
  const names = files.map(([name]) => name);
  const options = JSON.stringify({ ...JSON.parse(OPTIONS), include: undefined, files: names });
  return withApi({ [PROJECT]: options, ...Object.fromEntries(files) });
}

function withApi(files: Readonly<Record<string, string>>): readonly Source[] {
  const api = new API({
    cwd: ROOT,
    fs: {
      readFile: (path) => files[path],
      fileExists: (path) => (Object.hasOwn(files, path) ? true : undefined),
    },
  });
  try {
    const [project] = api.updateSnapshot({ openProjects: [PROJECT] }).getProjects();
    return (project?.rootFiles ?? []).flatMap((file) => {
      const tree = project?.program.getSourceFile(file);
      return tree ? [{ path: file.replace(ROOT, ''), tree }] : [];
    });
  } finally {
    api.close();
  }
}

/** A node and everything within it. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  const children: Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}
