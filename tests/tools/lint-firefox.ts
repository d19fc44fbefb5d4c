import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { builtExtension } from './build.ts';
import { type Outcome, runPackageBin } from './package-bin.ts';

const FindingSchema = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string()),
});
type Finding = v.InferOutput<typeof FindingSchema>;

const ReportSchema = v.object({
  errors: v.array(FindingSchema),
  warnings: v.array(FindingSchema),
  notices: v.array(FindingSchema),
});

/**
 * The one finding that is known and harmless. Preact holds one assignment to `innerHTML`, for
 * `dangerouslySetInnerHTML`: our lint forbids that property, so only Preact's own chunk names it, and Trusted
 * Types with no policy make the assignment throw.
 */
async function isPreacts({ code, file }: Finding): Promise<boolean> {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || file === undefined) return false;
  const text = await readFile(join(builtExtension('firefox'), file), 'utf8');
  return text.includes('dangerouslySetInnerHTML');
}

/** `web-ext lint` on the built Firefox extension: no error, and no warning but the one explained above. */
export async function lintFirefoxBuild(): Promise<Outcome> {
  const args = ['lint', '--source-dir', builtExtension('firefox'), '--output', 'json'];
  const { output } = await runPackageBin('web-ext', args, 'capture');
  const report = v.parse(ReportSchema, JSON.parse(output.slice(output.indexOf('{'))));
  const unexplained: string[] = [];
  for (const finding of [...report.errors, ...report.warnings, ...report.notices]) {
    if (await isPreacts(finding)) continue;
    unexplained.push(`${finding.code} ${finding.file}: ${finding.message}`);
  }
  return { passed: unexplained.length === 0, output: unexplained.join('\n') };
}
