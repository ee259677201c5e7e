/** What the outside world sees of an error code. */
export interface ErrorEntry {
  /** The exit code of the command line: 1 an error, 2 the answer is no, 4 not enough data, 64 usage, 130 interrupted. */
  readonly exitCode: 1 | 2 | 4 | 64 | 130;
  readonly httpStatus: number;
  /** The JSON-RPC error code that an MCP client gets. */
  readonly mcpCode: number;
  /** When it happens, in one sentence; the reference page is written from it. */
  readonly meaning: string;
  /** What to do about it when the place that raises it knows nothing better. */
  readonly hint: string;
}

const INVALID_PARAMS = -32602;
const INTERNAL = -32603;

/** A wrong way to ask: exit 64, 400 Bad Request. */
export function usage(meaning: string, hint: string): ErrorEntry {
  return { exitCode: 64, httpStatus: 400, mcpCode: INVALID_PARAMS, meaning, hint };
}

/** Something that was named does not exist: exit 1, 404 Not Found. */
export function notFound(meaning: string, hint: string): ErrorEntry {
  return { exitCode: 1, httpStatus: 404, mcpCode: INVALID_PARAMS, meaning, hint };
}

/** Input that was found but cannot be used: exit 1, 422 Unprocessable Content. */
export function badInput(meaning: string, hint: string): ErrorEntry {
  return { exitCode: 1, httpStatus: 422, mcpCode: INVALID_PARAMS, meaning, hint };
}

/** Somebody else holds what is needed: exit 1, 409 Conflict. */
export function conflict(meaning: string, hint: string): ErrorEntry {
  return { exitCode: 1, httpStatus: 409, mcpCode: INTERNAL, meaning, hint };
}

/** A part that the product depends on failed: exit 1, 503 Service Unavailable. */
export function unavailable(meaning: string, hint: string): ErrorEntry {
  return { exitCode: 1, httpStatus: 503, mcpCode: INTERNAL, meaning, hint };
}
