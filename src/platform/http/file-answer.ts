const types: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file to be kept, sent as fast as it is read. The name is ours: small letters, digits, hyphens, and its ending tells the type. */
export function fileAnswer(bytes: ReadableStream<Uint8Array>, name: string): Response {
  return new Response(bytes, {
    headers: {
      "content-type": types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
