/**
 * What a command that ran may end with: 0 done or passed, 2 the answer is no, 3 WARN with `--fail-on-warn`,
 * 4 INSUFFICIENT. Failures are thrown as `EtalonError` and get theirs (1, 64, 130) from the error catalogue.
 */
export type ExitCode = 0 | 2 | 3 | 4;
