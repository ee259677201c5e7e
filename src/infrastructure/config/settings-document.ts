import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/* The configuration as its file writes it: one class a section. `null` and absent mean "not set" where that is allowed. */

/** The settings at the top of the file. */
export class GeneralSection {
  @IsString()
  @IsNotEmpty()
  data_dir!: string;

  @IsString()
  @IsNotEmpty()
  docs_dir!: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  config_dir!: string | null;

  @IsIn(['debug', 'info', 'warn', 'error'])
  log_level!: 'debug' | 'info' | 'warn' | 'error';

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  metrics_file!: string | null;

  @IsBoolean()
  redact!: boolean;

  @IsBoolean()
  strict_metrics!: boolean;
}

/** `store:` */
export class StoreSection {
  @IsOptional()
  @Matches(/^mongodb(?:\+srv)?:\/\/\S+$/, {
    message: 'mongodb_url must be a mongodb:// or mongodb+srv:// address',
  })
  mongodb_url!: string | null;

  @MaxLength(63)
  @Matches(/^[^\s/\\."$*<>:|?\0]+$/, { message: 'db_name must be a name that a database can have' })
  db_name!: string;

  @IsInt()
  @Min(100)
  @Max(600_000)
  timeout_ms!: number;
}

/** `llm:` */
export class LlmSection {
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]+\S*$/, { message: 'url must be an http:// or https:// address' })
  url!: string | null;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  model!: string | null;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  api_key!: string | null;

  @IsInt()
  @Min(100)
  @Max(3_600_000)
  timeout_ms!: number;

  @IsInt()
  @Min(0)
  @Max(20)
  retries!: number;
}
