import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
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

/** MongoDB's own bounds, see https://www.mongodb.com/docs/manual/reference/limits/#naming-restrictions. */
const DATABASE_NAME = /^[^\s\p{Cc}\p{Cs}/\\."$*<>:|?]+$/u;
const MOST_NAME_BYTES = 63;

function IsDatabaseName(): PropertyDecorator {
  const fits = (name: unknown) =>
    typeof name === 'string' && DATABASE_NAME.test(name) && Buffer.byteLength(name) <= MOST_NAME_BYTES;
  const characters = '/ \\ . " $ * < > : | ?';
  const rule = `must be a database's name: 1 to ${MOST_NAME_BYTES} bytes in UTF-8, without spaces and ${characters}`;
  return ValidateBy({ name: 'isDatabaseName', validator: { validate: fits, defaultMessage: () => rule } });
}

/** `store:` */
export class StoreSection {
  @IsOptional()
  @Matches(/^mongodb(?:\+srv)?:\/\/\S+$/, {
    message: 'mongodb_url must be a mongodb:// or mongodb+srv:// address',
  })
  mongodb_url!: string | null;

  @IsDatabaseName()
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
