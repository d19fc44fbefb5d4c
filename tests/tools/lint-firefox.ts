import * as v from 'valibot';
import { builtExtension } from './build.ts';
import { type Outcome, runPackageBin } from './package-bin.ts';

const FindingSchema = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string()),
});
const ReportSchema = v.object({
  errors: v.array(FindingSchema),
  warnings: v.array(FindingSchema),
  notices: v.array(FindingSchema),
});

/**
 * Findings that are known and harmless.
 *
 * UNSAFE_VAR_ASSIGNMENT: Preact holds one assignment to `innerHTML`, for `dangerouslySetInnerHTML`. Our lint
 * forbids that property, and Trusted Types with no policy make the assignment throw.
 */
const EXPLAINED: readonly RegExp[] = [/^UNSAFE_VAR_ASSIGNMENT chunks\/notice-[\w-]+\.js$/u];

/** `web-ext lint` on the built Firefox extension: no error, and no warning without an explanation above. */
export async function lintFirefoxBuild(): Promise<Outcome> {
  const args = ['lint', '--source-dir', builtExtension('firefox'), '--output', 'json'];
  const { output } = await runPackageBin('web-ext', args, 'capture');
  const report = v.parse(ReportSchema, JSON.parse(output.slice(output.indexOf('{'))));
  const unexplained = [...report.errors, ...report.warnings, ...report.notices]
    .map(({ code, file, message }) => ({ place: `${code} ${file}`, message }))
    .filter(({ place }) => !EXPLAINED.some((known) => known.test(place)));
  return {
    passed: unexplained.length === 0,
    output: unexplained.map(({ place, message }) => `${place}: ${message}`).join('\n'),
  };
}
