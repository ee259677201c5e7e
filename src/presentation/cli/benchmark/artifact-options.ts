import { IsOptional } from 'class-validator';
import { FilePath } from '../options/option-rules.js';

/** The files that commands write of a run, and what their JUnit report takes for a failure. */
export class ArtifactOptions {
  @IsOptional()
  @FilePath()
  output?: string;

  @IsOptional()
  @FilePath()
  junit?: string;

  @IsOptional()
  @FilePath()
  summary?: string;

  failOnWarn = false;
}
