import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DeskError, type DeskErrorKind } from '../desk/desk-error.ts';
import { QueryError } from '../search/engine.ts';

/** Every code that an error answer may have, with what it means. docs/reference/api.md lists them. */
export const ERROR_CODES = {
  'bad-query': 'The query cannot be answered as asked; `position` is the offset in the typed line, where there is one.',
  'bad-parameter': 'A parameter, or a part of the body, has a value that it may not have.',
  'unknown-parameter': 'There is no parameter of this name; `hint` names the nearest one.',
  'bad-json': 'The body is not JSON.',
  'bad-request': 'What came was not an HTTP request.',
  'not-found': 'There is nothing at this address.',
  'method-not-allowed': 'The address exists, but not for this method; `Allow` lists those that it has.',
  'unsupported-media-type': 'The body must be `application/json`.',
  unauthorized: 'Writing needs a token that is in force.',
  forbidden: 'This may not be written from there.',
  conflict: 'It contradicts what is there already; `message` says what to undo first.',
  'too-many-requests': 'It is written too often; `Retry-After` says when to ask again.',
  withdrawn: 'The record was withdrawn; `message` gives the reason.',
  'too-large': 'The body is over 1 MB, or the address over 64 kB.',
  timeout: 'The answer took too long to make.',
  overloaded: 'The server has more to do than it can take on; `Retry-After` says when to ask again.',
  fault: 'A fault in the software. The operator finds it in the log by `requestId`.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetails {
  readonly hint?: string | undefined;
  readonly position?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer other than success, as `{"error": {status, code, message, hint?, position?, requestId}}`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ContentfulStatusCode;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(status: ContentfulStatusCode, code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

const DESK_ERRORS: Readonly<Record<DeskErrorKind, readonly [ContentfulStatusCode, ErrorCode]>> = {
  unknown: [404, 'not-found'],
  conflict: [409, 'conflict'],
  invalid: [400, 'bad-parameter'],
};

/** What a thrown error is to a visitor; what is not meant for visitors becomes a fault. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof QueryError) {
    return new ApiError(400, 'bad-query', error.message, { hint: error.hint, position: error.position });
  }
  if (error instanceof DeskError) return new ApiError(...DESK_ERRORS[error.kind], error.message);
  return new ApiError(500, 'fault', 'Something went wrong in the server. It has been noted.');
}

export interface ErrorBody {
  readonly error: {
    readonly status: number;
    readonly code: ErrorCode;
    readonly message: string;
    readonly hint?: string;
    readonly position?: number;
    readonly requestId: string;
  };
}

export function errorBody(error: ApiError, requestId: string): ErrorBody {
  const { hint, position } = error.details;
  return {
    error: {
      status: error.status,
      code: error.code,
      message: error.message,
      ...(hint === undefined ? {} : { hint }),
      ...(position === undefined ? {} : { position }),
      requestId,
    },
  };
}
