import type { ExtractSchema } from "hono/types";
import type { z } from "zod";
import type { FeatureRoutes } from "../../src/api.ts";
import type { problemSchema } from "../../src/platform/http/route.ts";

/** What the API answered. `body` is what the route declares, as a test hopes it: with what is not there, the test fails. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  etag: string | undefined;
  cookies: string[];
  /** What came, for a file that is no text. */
  bytes: Uint8Array<ArrayBuffer>;
  body: Body;
}

export type Method = "$get" | "$post" | "$put" | "$patch" | "$delete";

/** The body of an answer, found by method and path under /api/v1; the fields of a refusal are there as well. Unknown where the path is made up. */
export type BodyOf<Asked extends Method, Path extends string> = Path extends `${string}.${"csv" | "pdf" | "png" | "xlsx"}${string}`
  ? string
  : [RouteOf<Path>] extends [never]
    ? unknown
    : Told<SuccessOf<Schema[RouteOf<Path>], Asked>>;

/** The same by an operation of the document: "PUT /api/v1/day-passes/{id}/check-in". */
export type BodyOfOperation<Operation extends string> = Operation extends `${infer Verb} /api/v1${infer Path}`
  ? Told<SuccessOf<Schema[Pattern<Path> & keyof Schema], `$${Lowercase<Verb>}` & Method>>
  : unknown;

/** Reads an answer: JSON where it is JSON, else text, and undefined where there is nothing. */
export async function read(response: Response): Promise<Answer> {
  // the server's own kind of response has no bytes()
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    etag: response.headers.get("etag") ?? undefined,
    cookies: response.headers.getSetCookie(),
    bytes,
    body: isJson ? JSON.parse(text) : text || undefined,
  };
}

type Problem = z.infer<typeof problemSchema>;
// what every route takes and answers, by path: made anew from each feature's, not as an intersection of them
type Schemas = { [Index in keyof FeatureRoutes]: ExtractSchema<FeatureRoutes[Index]> }[number];
type Entries<Some = Schemas> = Some extends unknown ? { [Route in keyof Some]: [Route, Some[Route]] }[keyof Some] : never;
type Schema = { [Entry in Entries as Entry[0] & string]: Entry[1] };

// each path is held against the routes that begin as it does: against all of them it took the compiler most of its time
type RouteOf<Path extends string> =
  RoutesUnder<Parts<Path>[0]> extends infer Route
    ? Route extends keyof Schema
      ? Matches<Parts<Path>, Parts<Route>> extends true
        ? Route
        : never
      : never
    : never;

type RoutesUnder<First extends string> = Extract<keyof Schema, `/${First}` | `/${First}/${string}`>;

type Pattern<Path extends string> = Path extends `${infer Before}{${infer Name}}${infer Rest}` ? `${Before}:${Name}${Pattern<Rest>}` : Path;

type Parts<Path extends string> = Path extends `${infer Before}?${string}`
  ? Parts<Before>
  : Path extends `/${infer Rest}`
    ? Parts<Rest>
    : Path extends `${infer First}/${infer Rest}`
      ? [First, ...Parts<Rest>]
      : [Path];

type Matches<Given extends string[], Pattern extends string[]> = [Given, Pattern] extends [
  [infer Part extends string, ...infer GivenRest extends string[]],
  [infer Wanted extends string, ...infer PatternRest extends string[]],
]
  ? Wanted extends `:${string}`
    ? Matches<GivenRest, PatternRest>
    : Part extends Wanted
      ? Matches<GivenRest, PatternRest>
      : false
  : [Given, Pattern] extends [[], []]
    ? true
    : false;

type SuccessOf<Route, Asked extends Method> =
  Route extends Record<Asked, { output: infer Output; outputFormat: infer Format; status: infer Status }>
    ? Status extends 204
      ? null
      : Format extends "json"
        ? Output
        : string
    : never;

// no content is nothing to read, unless it was refused
type Told<Success> = [NonNullable<Success>] extends [never]
  ? Hoped<Problem>
  : [Success] extends [string]
    ? string
    : Hoped<NonNullable<Success>> & Omit<Hoped<Problem>, keyof NonNullable<Success>>;

// what may be missing or empty is there, or the test that reads it fails
type Hoped<Value> = Value extends readonly (infer Item)[]
  ? [Hoped<Item>, ...Hoped<Item>[]]
  : Value extends object
    ? { [Key in keyof Value]-?: Hoped<NonNullable<Value[Key]>> }
    : Value;
